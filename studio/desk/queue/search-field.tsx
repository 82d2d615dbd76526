import {SearchIcon} from '@sanity/icons/Search'
import {Box, TextInput} from '@sanity/ui'
import {useEffect, useRef, useState} from 'react'

/** How long after the last key a search starts, in milliseconds. */
const PAUSE = 250

/** A search that starts when typing pauses. */
export function SearchField({value, onChange}: {value: string; onChange: (value: string) => void}) {
  const [typed, setTyped] = useState(value)
  const latest = useRef(onChange)
  latest.current = onChange
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed.trim() === value) return undefined
    const timer = setTimeout(() => latest.current(typed.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [typed, value])
  return (
    <Box style={{minWidth: 220}}>
      <TextInput
        aria-label="Search titles and sources"
        placeholder="Search"
        icon={SearchIcon}
        fontSize={1}
        padding={2}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </Box>
  )
}
