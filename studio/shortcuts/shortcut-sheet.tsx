import {Box, Dialog, Flex, Heading, KBD, Stack, Text} from '@sanity/ui'
import {useEffect, useState} from 'react'
import type {LayoutProps} from 'sanity'
import {styled} from 'styled-components'
import {isPressed} from './is-pressed.ts'
import {type SheetLine, sheetOf} from './sheet.ts'
import {SECTION_TITLES, SHORTCUTS} from './shortcuts.ts'
import {swapSides} from './swap-sides.ts'
import {keepTypedCharacters} from './typed-characters.ts'

const SHEET = sheetOf(Object.values(SHORTCUTS), SECTION_TITLES)

/** Two columns where there is room; a section is never divided between them. */
const Columns = styled.div`
  columns: 2 300px;
  column-gap: 40px;
  & > * { break-inside: avoid; }
`

/** The Studio, with the shortcut sheet over it when an editor presses a question mark. */
export function ShortcutLayout(props: LayoutProps) {
  const [open, setOpen] = useState(false)
  useEffect(() => keepTypedCharacters(window), [])
  useEffect(() => swapSides(window), [])
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isPressed(SHORTCUTS.help, event) || isTyping(event.target)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', listen)
    return () => window.removeEventListener('keydown', listen)
  }, [])
  return (
    <>
      {props.renderDefault(props)}
      {open && <ShortcutSheet onClose={() => setOpen(false)} />}
    </>
  )
}

function ShortcutSheet({onClose}: {onClose: () => void}) {
  return (
    <Dialog id="shortcuts" header="Keyboard shortcuts" width={2} zOffset={1000} onClose={onClose}>
      {/* The list is longer than a small window, and keys scroll only the element that has the focus. */}
      <Box padding={4} tabIndex={0}>
        <Columns>
          {SHEET.map(({title, lines}) => (
            <Stack key={title} gap={3} paddingBottom={5}>
              <Heading as="h2" size={0}>
                {title}
              </Heading>
              {lines.map((line) => (
                <Line key={line.does} line={line} />
              ))}
            </Stack>
          ))}
        </Columns>
      </Box>
    </Dialog>
  )
}

function Line({line: {keys, does}}: {line: SheetLine}) {
  return (
    <Flex align="center" justify="space-between" gap={4}>
      <Box flex={1}>
        <Text size={1}>{does}</Text>
      </Box>
      <Flex gap={1} flex="none">
        {keys.map((key) => (
          <KBD key={key} fontSize={1}>
            {key}
          </KBD>
        ))}
      </Flex>
    </Flex>
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
