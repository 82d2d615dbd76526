import {Box, Dialog, Flex, Heading, KBD, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import type {LayoutProps} from 'sanity'
import {styled} from 'styled-components'
import {SHEET} from './shortcuts.ts'
import {swapSides} from './swap-sides.ts'
import {keepTypedCharacters} from './typed-characters.ts'

/** Two columns where there is room; no part is divided. */
const Columns = styled.div`
  columns: 2 260px;
  column-gap: 40px;
  & > * { break-inside: avoid; }
`

/** The Studio, with a list of the desk's keys over it when somebody presses a question mark. */
export function ShortcutLayout(props: LayoutProps) {
  const [open, setOpen] = useState(false)
  useEffect(() => keepTypedCharacters(window), [])
  useEffect(() => swapSides(window), [])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== '?' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target))
        return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      {props.renderDefault(props)}
      {open && (
        <Dialog id="shortcuts" header="Keys" width={1} zOffset={1000} onClose={() => setOpen(false)}>
          {/* The list is longer than a small window, and a key scrolls only what has the focus. */}
          <Box padding={4} tabIndex={0}>
            <Columns>
              {SHEET.map(({title, keys}) => (
                <Stack key={title} gap={3} paddingBottom={5}>
                  <Heading as="h2" size={0}>
                    {title}
                  </Heading>
                  {keys.map((one) => (
                    <Flex key={one.does} align="center" justify="space-between" gap={4}>
                      <Text size={1}>{one.does}</Text>
                      <Flex gap={1}>
                        {one.keys.map((key) => (
                          <KBD key={key} fontSize={1}>
                            {key}
                          </KBD>
                        ))}
                      </Flex>
                    </Flex>
                  ))}
                </Stack>
              ))}
            </Columns>
          </Box>
        </Dialog>
      )}
    </>
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
