import {SearchIcon} from '@sanity/icons/Search'
import {Box, Button, Flex, Select, Text, TextInput} from '@sanity/ui'
import {useEffect, useRef, useState} from 'react'
import {useCurrentUser} from 'sanity'
import type {Filters} from './filters.ts'
import type {Facets} from './use-facets.ts'

interface FilterBarProps {
  filters: Filters
  facets: Facets
  onChange: (filters: Filters) => void
}

const DAYS = [
  [1, 'Today'],
  [7, 'Last 7 days'],
  [30, 'Last 30 days'],
] as const

/** Milliseconds after the last key before a search begins. */
const PAUSE = 250

export function FilterBar({filters, facets, onChange}: FilterBarProps) {
  const user = useCurrentUser()
  const {status, search: _, ...narrowed} = filters
  const pick = (key: keyof Filters, value: string) => {
    const {[key]: _dropped, ...rest} = filters
    onChange({...rest, status, ...(value === '' ? {} : {[key]: key === 'days' ? Number(value) : value})})
  }
  return (
    <Flex gap={2} wrap="wrap" align="center">
      <SearchField
        value={filters.search ?? ''}
        onChange={(search) => {
          const {search: _search, ...rest} = filters
          onChange(search ? {...rest, search} : rest)
        }}
      />
      <Menu label="Source" value={filters.source} onPick={(value) => pick('source', value)}>
        {facets.sources.map(({name, count}) => (
          <option key={name} value={name}>{`${name} (${count})`}</option>
        ))}
      </Menu>
      <Menu label="Language" value={filters.language} onPick={(value) => pick('language', value)}>
        {facets.languages.map((language) => (
          <option key={language} value={language}>
            {language}
          </option>
        ))}
      </Menu>
      <Menu label="Severity" value={filters.severity} onPick={(value) => pick('severity', value)}>
        <option value="error">Errors</option>
        <option value="warning">Errors or warnings</option>
      </Menu>
      <Menu label="Finding" value={filters.code} onPick={(value) => pick('code', value)}>
        {facets.codes.map((code) => (
          <option key={code} value={code}>
            {code.replaceAll('-', ' ')}
          </option>
        ))}
      </Menu>
      <Menu label="Came in" value={filters.days?.toString()} onPick={(value) => pick('days', value)}>
        {DAYS.map(([days, title]) => (
          <option key={days} value={days}>
            {title}
          </option>
        ))}
      </Menu>
      <Menu label="Assigned to" value={filters.assignee} onPick={(value) => pick('assignee', value)}>
        {user && <option value={user.id}>Me</option>}
      </Menu>
      {(Object.keys(narrowed).length > 0 || filters.search) && (
        <Button mode="bleed" fontSize={1} padding={2} text="Clear" onClick={() => onChange({status})} />
      )}
      {facets.reason && (
        <Text size={1} muted={true}>
          The menus could not be filled: {facets.reason}
        </Text>
      )}
    </Flex>
  )
}

interface MenuProps {
  label: string
  value: string | undefined
  onPick: (value: string) => void
  children: React.ReactNode
}

function Menu({label, value, onPick, children}: MenuProps) {
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
        {children}
      </Select>
    </Box>
  )
}

/** Searches once typing pauses. */
function SearchField({value, onChange}: {value: string; onChange: (value: string) => void}) {
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
