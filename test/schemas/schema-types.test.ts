import {expect, test} from 'vitest'
import {schemaTypes} from '../../schemas/index.ts'
import {BLOCK_STYLES, BLOCK_TYPES, DECORATORS, LIST_ITEMS} from '../../schemas/names.ts'

const named = (name: string) => {
  const type = schemaTypes.find((candidate) => candidate.name === name)
  if (!type) throw new Error(`Expected a schema type called ${name}`)
  return JSON.parse(JSON.stringify(type))
}

test('every type and field has a title, and names are unique', () => {
  const names = schemaTypes.map(({name}) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const type of schemaTypes) {
    expect(type.title, type.name).toBeTruthy()
    for (const field of named(type.name).fields ?? [])
      expect(field.title, `${type.name}.${field.name}`).toBeTruthy()
  }
})

test('the body allows exactly the blocks, styles, lists and marks that the names list', () => {
  const [block, ...others] = named('body').of
  const values = (list: {value: string}[]) => list.map(({value}) => value)
  expect(values(block.styles)).toEqual([...BLOCK_STYLES])
  expect(values(block.lists)).toEqual([...LIST_ITEMS])
  expect(values(block.marks.decorators)).toEqual([...DECORATORS])
  expect(others.map(({type}: {type: string}) => type)).toEqual([...BLOCK_TYPES])
})

test('a table nests as the Studio’s native tables do', () => {
  const rows = named('table').fields.find(({name}: {name: string}) => name === 'rows')
  const [row] = rows.of
  const [cells] = row.fields
  const [cell] = cells.of
  const [value] = cell.fields
  expect([rows.name, row.name, cells.name, cell.name, value.name, value.of[0].type]).toEqual([
    'rows',
    'row',
    'cells',
    'cell',
    'value',
    'block',
  ])
  expect(
    named('table').fields.some(
      ({name, type}: Record<string, string>) => name === 'headerRows' && type === 'number',
    ),
  ).toBe(true)
})

test.each([
  ['article', false],
  ['review', true],
  ['scrape', true],
  ['source', true],
])('%s is live edited: %s', (name, live) => {
  expect(Boolean(named(name).liveEdit)).toBe(live)
})

test('reviews and scrapes are written by the machine only', () => {
  expect(named('review').readOnly).toBe(true)
  expect(named('scrape').readOnly).toBe(true)
})
