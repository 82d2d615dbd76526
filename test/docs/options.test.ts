/** Every option of the command line is documented. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {PassThrough, Readable} from 'node:stream'
import {describe, expect, it} from 'vitest'
import {createProgram} from '../../ingest/cli/cli.ts'

const ROOT = join(import.meta.dirname, '../..')
const documentation = ['README.md', 'docs/operating.md']
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n')

const program = createProgram({
  stdin: Readable.from([]),
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  env: {},
  isTTY: false,
  isErrorTTY: false,
  columns: undefined,
})

describe.each(program.commands.map((command) => [command.name(), command] as const))(
  'copydesk %s',
  (_, command) => {
    it('is documented with all its options', () => {
      expect(command.options.length).toBeGreaterThan(0)
      const names = command.options.flatMap(({long}) => long ?? [])
      expect(names.filter((name) => !new RegExp(`${name}(?![\\w-])`).test(documentation))).toEqual([])
    })
  },
)
