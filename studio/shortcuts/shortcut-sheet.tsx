import {Box, Dialog, Flex, Heading, KBD, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import type {LayoutProps} from 'sanity'
import {SHEET} from './shortcuts.ts'
import {keepTypedCharacters} from './typed-characters.ts'

/** The Studio, with a list of the desk's keys over it when somebody presses a question mark. */
export function ShortcutLayout(props: LayoutProps) {
  const [open, setOpen] = useState(false)
  useEffect(() => keepTypedCharacters(window), [])
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
        <Dialog id="shortcuts" header="Keys" width={0} zOffset={1000} onClose={() => setOpen(false)}>
          <Box padding={4}>
            <Stack gap={5}>
              {SHEET.map(({title, keys}) => (
                <Stack key={title} gap={3}>
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
            </Stack>
          </Box>
        </Dialog>
      )}
    </>
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
