import {describe, expect, test} from 'vitest'
import {isCutTag} from '../../../../../ingest/parse/repair/text/rules/tags/literal-brackets/cut-tag.ts'

describe('a tag that stops before its end', () => {
  test.each([
    '<p',
    '</p',
    '<a ',
    '<a href',
    '<a href=',
    '<a href = ',
    '<a href="https://exam',
    "<a href='https://exam",
    '<a href=https://exam',
    '<img alt="one" src="/a.jpg"',
    '<img\n  alt="one two"\n  src="/a',
    '<a title="a quotation mark is lost href="/b c',
    `<a title="${'x'.repeat(2000)}"`,
  ])('%s', (text) => {
    expect(isCutTag(text)).toBe(true)
  })
})

describe('text after a bracket is no tag', () => {
  test.each([
    '<a, then more',
    '<a "quoted',
    '<a href="b"c',
    '<a = b',
    '<a href="b" <b',
    '<a href="b" @click="open',
    '<abcdefghijklmnopq',
    `<a ${'b'.repeat(41)}`,
    `<a b=${'c'.repeat(201)}`,
    `<a title="${'x'.repeat(2001)}"`,
  ])('%s', (text) => {
    expect(isCutTag(text)).toBe(false)
  })
})

// Each would keep an expression that tries every combination busy for ever.
test.each([
  [' ', false],
  [' a', false],
  [' a="', true],
  [' a= "', true],
  [`a="' `, false],
  ['="', false],
])('%j 2,400 times after a name', (unit, expected) => {
  expect(isCutTag(`<meta${unit.repeat(2400)}@`)).toBe(expected)
})
