import {Button, Card, Flex} from '@sanity/ui'
import type {SourceCount} from './use-sources.ts'

/** The menu beside them has all sources. */
const MAX_ITEMS = 8

interface SourceBarProps {
  sources: readonly SourceCount[]
  /** The source that the list is narrowed to. */
  chosen: string | undefined
  onChoose: (name: string | undefined) => void
}

/** The sources with the most articles, each with its count. A second click shows all sources again. */
export function SourceBar({sources, chosen, onChoose}: SourceBarProps) {
  if (sources.length < 2) return null
  const most = sources.slice(0, MAX_ITEMS)
  const other = sources.find(({name}) => name === chosen)
  const shown = other && !most.includes(other) ? [...most, other] : most
  return (
    <Card
      as={Flex}
      borderLeft={true}
      paddingLeft={3}
      gap={1}
      wrap="wrap"
      role="group"
      aria-label="Sources"
      data-testid="source-bar"
    >
      {shown.map(({name, count}) => (
        <Button
          key={name}
          mode={name === chosen ? 'default' : 'bleed'}
          aria-pressed={name === chosen}
          fontSize={1}
          padding={2}
          text={`${name} ${count.toLocaleString('en-US')}`}
          onClick={() => onChoose(name === chosen ? undefined : name)}
        />
      ))}
    </Card>
  )
}
