/** The examples of each unwrapper's doc comment. */
import {globSync} from 'node:fs'
import {basename} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {traced} from '../../../../ingest/parse/trace/traced-text.ts'
import {unwrappers} from '../../../../ingest/parse/unwrap/index.ts'
import {examplesIn} from '../support/examples.ts'

const folder = new URL('../../../../ingest/parse/unwrap/', import.meta.url)
/** Files of the folder itself are unwrappers; those of folders in it are what they are made of. */
const files = globSync('*.ts', {cwd: fileURLToPath(folder)})
  .filter((file) => file !== 'index.ts' && file !== 'unwrapper.ts')
  .toSorted()

const all = await Promise.all(
  files.map(async (file) => {
    const module: Record<string, unknown> = await import(new URL(file, folder).href)
    return {file, unwrapper: unwrappers.find((one) => Object.values(module).includes(one))}
  }),
)

test('every unwrapper is in the list, once, from a file of its own', () => {
  expect(all.filter(({unwrapper}) => !unwrapper).map(({file}) => file)).toEqual([])
  expect(new Set(unwrappers).size).toBe(unwrappers.length)
  expect(unwrappers.length).toBe(files.length)
})

describe.each(all.map(({file, unwrapper}) => [basename(file, '.ts'), file, unwrapper] as const))(
  '%s',
  (_, file, unwrapper) => {
    const list = examplesIn(new URL(file, folder))

    test('documents what it does', () => {
      expect(list.some(({input, output}) => input !== output)).toBe(true)
      expect(list.some(({input, output}) => input === output)).toBe(true)
    })

    test.each(list)('$input', ({input, output, declares}) => {
      const reports: string[] = []
      const unwrapped = unwrapper?.(traced(input), (repair) => reports.push(repair.code))
      if (input === output) {
        expect(unwrapped).toBeUndefined()
        expect(reports).toEqual([])
        return
      }
      expect(unwrapped?.html.value).toBe(output)
      expect(reports.length).toBeGreaterThan(0)
      const fields = Object.entries(unwrapped?.declared?.fields ?? {}).filter(([, field]) => field)
      if (declares)
        expect(Object.fromEntries(fields.map(([key, field]) => [key, field?.value]))).toEqual(declares)
      for (const [, field] of fields) {
        expect(field?.place.end).toBeLessThanOrEqual(input.length)
        expect(field?.place.start).toBeLessThan(field?.place.end ?? 0)
      }
      // What came out is not of the format any more.
      expect(unwrapper?.(traced(output), () => undefined)).toBeUndefined()
    })
  },
)
