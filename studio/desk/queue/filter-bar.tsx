import {SearchIcon} from '@sanity/icons/Search'
import {Box, Button, Flex, Select, Text, TextInput} from '@sanity/ui'
import {type ReactNode, useEffect, useRef, useState} from 'react'
import {useCurrentUser, useUser} from 'sanity'
import {findingTitleOf} from '../../../schemas/findings.ts'
import type {Filters} from './filters.ts'
import type {Facets} from './use-facets.ts'
import type {SourceCount} from './use-sources.ts'

interface FilterBarProps {
  filters: Filters
  facets: Facets
  sources: readonly SourceCount[]
  onChange: (filters: Filters) => void
}

const SEVERITIES: readonly Option[] = [
  ['error', 'Errors'],
  ['warning', 'Errors or warnings'],
]

const DAYS: readonly Option[] = [
  ['1', 'Last 24 hours'],
  ['7', 'Last 7 days'],
  ['30', 'Last 30 days'],
]

/** Milliseconds after the last key before a search begins. */
const PAUSE = 250

export function FilterBar({filters, facets, sources, onChange}: FilterBarProps) {
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
      <Menu
        label="Source"
        value={filters.source}
        options={sources.map(({name, count}) => [name, `${name} (${count})`])}
        onPick={(value) => pick('source', value)}
      />
      <Menu
        label="Language"
        value={filters.language}
        options={facets.languages.map((language) => [language, language])}
        onPick={(value) => pick('language', value)}
      />
      <Menu
        label="Severity"
        value={filters.severity}
        options={SEVERITIES}
        onPick={(value) => pick('severity', value)}
      />
      <Menu
        label="Finding"
        value={filters.code}
        options={facets.codes
          .map((code): [string, string] => [code, findingTitleOf(code)])
          .toSorted(([, a], [, b]) => a.localeCompare(b))}
        titleOf={findingTitleOf}
        onPick={(value) => pick('code', value)}
      />
      <Menu
        label="Came in"
        value={filters.days?.toString()}
        options={DAYS}
        onPick={(value) => pick('days', value)}
      />
      <Menu
        label="Assigned to"
        value={filters.assignee}
        options={[...new Set([...(user ? [user.id] : []), ...facets.assignees])].map((id) => [
          id,
          id === user?.id ? 'Me' : <UserName key={id} id={id} />,
        ])}
        onPick={(value) => pick('assignee', value)}
      />
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

/** A value and what it is called. */
type Option = readonly [string, ReactNode]

interface MenuProps {
  label: string
  value: string | undefined
  options: readonly Option[]
  /** Shown for a value that no option has. */
  titleOf?: (value: string) => string
  onPick: (value: string) => void
}

function Menu({label, value, options, titleOf = (id) => id, onPick}: MenuProps) {
  // An address may hold what nothing here has, or has not yet: it narrows the list, and must be seen to.
  const isKnown = value === undefined || options.some(([known]) => known === value)
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
        {[...options, ...(isKnown ? [] : [[value, titleOf(value)] as const])].map(([known, title]) => (
          <option key={known} value={known}>
            {title}
          </option>
        ))}
      </Select>
    </Box>
  )
}

function UserName({id}: {id: string}) {
  const [user] = useUser(id)
  return user?.displayName ?? id
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
