import {readFileSync} from 'node:fs'
import {describe, expect, test} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {suggestRules} from '../../../../ingest/parse/suggest/index.ts'
import type {ParseResult} from '../../../../ingest/parse/types.ts'
import {applyOperations} from '../../../../schemas/operations/apply.ts'
import {viewOf} from '../article-view.ts'

const EXAMPLE = /```html\n([\s\S]*?)```\n[\s*]*becomes\n[\s*]*```html\n([\s\S]*?)```/g

/** `readingOrder` is in `reading-order.ts` and reports `reading-order`. */
const codeOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Text of a doc comment's example, without the comment's margin. */
const clean = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*\* {0,3}/, ''))
    .join('\n')

const parse = (html: string): ParseResult =>
  parseScrape({bytes: new TextEncoder().encode(clean(html)), origin: 'example', contentType: 'text/html'})

describe('the example in each suggestion’s doc comment', () => {
  for (const {name} of suggestRules) {
    const code = codeOf(name)
    const source = readFileSync(
      new URL(`../../../../ingest/parse/suggest/${code}.ts`, import.meta.url),
      'utf8',
    )
    const examples = [...source.matchAll(EXAMPLE)]

    test(`${name} has one`, () => expect(examples.length).toBeGreaterThan(0))

    test.each(examples.map(([, before = '', after = '']) => ({before, after})))(
      `${name} gives it, once applied`,
      ({before, after}) => {
        const {article, findings} = parse(before)
        const found = findings.filter((finding) => finding.code === code)
        expect(found.map(({action}) => action)).toEqual(['suggested'])
        const operations = found.flatMap(({suggestion}) => suggestion?.ops ?? [])
        const applied = applyOperations(article.body, operations)
        const expected = parse(after)
        expect('body' in applied && viewOf({...article, body: [...applied.body]})).toEqual(
          viewOf(expected.article),
        )
        // An applied suggestion is not made again; one without operations still is.
        expect(expected.findings.filter((finding) => finding.code === code)).toHaveLength(
          operations.length > 0 ? 0 : 1,
        )
      },
    )
  }
})
