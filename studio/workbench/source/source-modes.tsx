import {Button, Flex} from '@sanity/ui'

/** A way to show the source. */
export type SourceMode = 'text' | 'page' | 'raw'

const MODES: readonly {mode: SourceMode; title: string; about: string}[] = [
  {mode: 'text', title: 'Text', about: 'The words, without markup'},
  {mode: 'page', title: 'Page', about: 'The page as a browser shows it, without scripts and pictures'},
  {mode: 'raw', title: 'Raw', about: 'Every character, as it was received'},
]

/** The current mode, and a function that changes it. */
export interface SourceModesProps {
  mode: SourceMode
  onMode: (mode: SourceMode) => void
}

/** Switches between the three ways to show a source. */
export function SourceModes({mode, onMode}: SourceModesProps) {
  return (
    <Flex gap={1} role="group" aria-label="How the source is shown">
      {MODES.map((each) => (
        <Button
          key={each.mode}
          mode="bleed"
          fontSize={1}
          padding={2}
          text={each.title}
          title={each.about}
          selected={each.mode === mode}
          aria-pressed={each.mode === mode}
          data-testid={`source-mode-${each.mode}`}
          onClick={() => onMode(each.mode)}
        />
      ))}
    </Flex>
  )
}
