import {globSync} from 'node:fs'
import {basename} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {preset} from '../../../../../ingest/parse/repair/text/index.ts'
import type {TextRule} from '../../../../../ingest/parse/repair/text/rule.ts'
import {traced} from '../../../../../ingest/parse/trace/traced-text.ts'
import {examplesIn} from '../../support/examples.ts'

const folder = new URL('../../../../../ingest/parse/repair/text/rules/', import.meta.url)
/** A folder for each phase; a folder deeper down holds the parts of one rule. */
const files = globSync('*/*.ts', {cwd: fileURLToPath(folder)}).toSorted()

const rules = await Promise.all(
  files.map(async (file) => {
    const module: Record<string, unknown> = await import(new URL(file, folder).href)
    const rule = preset.find((one) => Object.values(module).includes(one))
    return {file, rule}
  }),
)

test('every rule is in the preset, once, from a file of its own', () => {
  expect(rules.filter(({rule}) => !rule).map(({file}) => file)).toEqual([])
  expect(new Set(preset).size).toBe(preset.length)
  expect(preset.length).toBe(files.length)
})

describe.each(rules.map(({file, rule}) => [basename(file, '.ts'), file, rule] as const))(
  '%s',
  (_, file, rule) => {
    const list = examplesIn(new URL(file, folder))
    const run: TextRule = rule ?? ((text) => text)

    test('documents what it does', () => {
      expect(list.length).toBeGreaterThan(0)
      expect(list.some(({input, output}) => input === output)).toBe(true)
    })

    test.each(list)('$input', ({input, output, findings}) => {
      const reports: string[] = []
      const text = traced(input)
      const result = run(text, (repair) => reports.push(repair.code))
      expect(result.value).toBe(output)
      if (findings) expect(reports).toEqual(findings)
      else expect(reports.length > 0).toBe(input !== output)
      if (input === output) expect(result).toBe(text)
      // What came out is left alone.
      expect(run(traced(output), () => undefined).value).toBe(output)
    })
  },
)
