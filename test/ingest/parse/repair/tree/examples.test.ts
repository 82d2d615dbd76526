import {globSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import type {Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {describe, expect, test} from 'vitest'
import {treeRules} from '../../../../../ingest/parse/repair/tree/index.ts'
import {fragment, outcome} from './fragment.ts'

const folder = new URL('../../../../../ingest/parse/repair/tree/rules/', import.meta.url)
const EXAMPLE = /```html\n([\s\S]*?)```\n[\s*]*becomes\n[\s*]*```html\n([\s\S]*?)```/g

/** Text of a doc comment's example, without the comment's margin; line ends between blocks mean nothing. */
const clean = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*\* {0,3}/, ''))
    .join('')

function html(tree: Root): string {
  return toHtml(tree)
}

describe('the example in each rule’s doc comment', () => {
  const sources = globSync('*/*.ts', {cwd: fileURLToPath(folder)}).map((name) =>
    readFileSync(new URL(name, folder), 'utf8'),
  )
  for (const rule of treeRules) {
    test(rule.name, () => {
      const source = sources.find((text) => text.includes(`export function ${rule.name}(`)) ?? ''
      const examples = [...source.matchAll(EXAMPLE)]
      expect(examples.length).toBeGreaterThan(0)
      for (const [, before = '', after = ''] of examples) {
        const {tree} = outcome(rule, fragment(clean(before)))
        expect(html(tree)).toBe(html(fragment(clean(after))))
      }
    })
  }
})
