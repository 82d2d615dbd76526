import {Button, Flex, Text} from '@sanity/ui'
import {useCurrentUser, useUser} from 'sanity'
import {findingTitleOf} from '../../../schemas/findings.ts'
import {FilterMenu, type Option} from './filter-menu.tsx'
import {type Filters, isFiltered} from './filters.ts'
import {SearchField} from './search-field.tsx'
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

/** Search and menus that narrow the queue. */
export function FilterBar({filters, facets, sources, onChange}: FilterBarProps) {
  const {search, ...unsearched} = filters
  return (
    <Flex gap={2} wrap="wrap" align="center">
      <SearchField
        value={search ?? ''}
        onChange={(typed) => onChange(typed ? {...filters, search: typed} : unsearched)}
      />
      <Menus filters={filters} facets={facets} sources={sources} onChange={onChange} />
      {isFiltered(filters) && (
        <Button
          mode="bleed"
          fontSize={1}
          padding={2}
          text="Clear"
          onClick={() => onChange({status: filters.status})}
        />
      )}
      {facets.reason && (
        <Text size={1} muted>
          The menus could not be loaded: {facets.reason}
        </Text>
      )}
    </Flex>
  )
}

function Menus({filters, facets, sources, onChange}: FilterBarProps) {
  const me = useCurrentUser()?.id
  const menu = (label: string, key: keyof Filters, options: readonly Option[]) => (
    <FilterMenu
      label={label}
      value={filters[key]?.toString()}
      options={options}
      titleOf={key === 'code' ? findingTitleOf : (value) => value}
      onPick={(value) => {
        const {[key]: _, ...rest} = filters
        const picked = value === '' ? {} : {[key]: key === 'days' ? Number(value) : value}
        onChange({...rest, status: filters.status, ...picked})
      }}
    />
  )
  const people = [...new Set([...(me ? [me] : []), ...facets.assignees])]
  return (
    <>
      {menu(
        'Source',
        'source',
        sources.map(({name, count}) => [name, `${name} (${count})`]),
      )}
      {menu(
        'Language',
        'language',
        facets.languages.map((language) => [language, language]),
      )}
      {menu('Severity', 'severity', SEVERITIES)}
      {menu('Finding', 'code', kindsOf(facets.codes))}
      {menu('Received', 'days', DAYS)}
      {menu(
        'Assigned to',
        'assignee',
        people.map((id) => [id, id === me ? 'Me' : <UserName key={id} id={id} />]),
      )}
    </>
  )
}

const kindsOf = (codes: readonly string[]): Option[] =>
  codes
    .map((code): [string, string] => [code, findingTitleOf(code)])
    .toSorted(([, a], [, b]) => a.localeCompare(b))

function UserName({id}: {id: string}) {
  const [user] = useUser(id)
  return user?.displayName ?? id
}
