import {expect, test} from 'vitest'
import {headingJumps} from '../../schemas/checks/heading-levels.ts'

const blocks = (...styles: string[]) =>
  styles.map((style, index) => ({_type: 'block', _key: `k${index}`, style}))

test.each([
  ['no heading', ['normal', 'blockquote'], []],
  ['down one level at a time, and back', ['h2', 'h3', 'h4', 'h2', 'h3'], []],
  ['up over several levels', ['h2', 'h3', 'h4', 'h2'], []],
  ['a first heading below the second level', ['normal', 'h3'], ['k1']],
  ['a level left out', ['h2', 'h4', 'h4'], ['k1']],
])('%s', (_, styles, keys) => {
  const result = headingJumps(blocks(...styles))
  expect(result === true ? [] : result.map(({path}) => path)).toEqual(keys.map((_key) => [{_key}]))
})

test('a table between headings changes nothing', () => {
  expect(headingJumps([...blocks('h2'), {_type: 'table', _key: 't'}, ...blocks('h3')])).toBe(true)
})
