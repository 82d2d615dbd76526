import {Box, Select} from '@sanity/ui'
import type {ReactNode} from 'react'

/** A value and its label. */
export type Option = readonly [value: string, label: ReactNode]

interface FilterMenuProps {
  label: string
  value: string | undefined
  options: readonly Option[]
  /** Labels a value that no option has. */
  titleOf?: (value: string) => string
  onPick: (value: string) => void
}

/** A menu that narrows the queue to one value, or shows all of them. */
export function FilterMenu({label, value, options, titleOf = (id) => id, onPick}: FilterMenuProps) {
  // A shared address may hold a value that no article has now. It still narrows the list, so the menu must show it.
  const isKnown = value === undefined || options.some(([known]) => known === value)
  const shown = isKnown ? options : [...options, [value, titleOf(value)] as const]
  return (
    <Box style={{maxWidth: 200}}>
      <Select
        aria-label={label}
        fontSize={1}
        padding={2}
        value={value ?? ''}
        onChange={(event) => onPick(event.currentTarget.value)}
      >
        <option value="">{label}: any</option>
        {shown.map(([known, title]) => (
          <option key={known} value={known}>
            {title}
          </option>
        ))}
      </Select>
    </Box>
  )
}
