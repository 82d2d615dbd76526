import {PassThrough} from 'node:stream'
import {setTimeout as sleep} from 'node:timers/promises'
import {describe, expect, it} from 'vitest'
import type {Io} from '../../../../ingest/cli/commands/io.ts'
import {parseRows} from '../../../../ingest/cli/commands/parse-rows.ts'
import {InputError} from '../../../../ingest/parse/errors.ts'
import type {Scrape} from '../../../../ingest/parse/types.ts'
import type {ParsedJson} from '../../../../ingest/parse-pool/index.ts'

const textOf = ({bytes}: Scrape): string => Buffer.from(bytes).toString()

/** Parse rows with a parser of the test's own; the streams are its two ends. */
function start(parse: (body: string) => Promise<void> | void) {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()]
  const io: Io = {
    stdin,
    stdout,
    stderr: new PassThrough(),
    env: {},
    isTTY: false,
    isErrorTTY: false,
    columns: undefined,
  }
  let printed = ''
  stdout.on('data', (bytes: Buffer) => {
    printed += bytes.toString()
  })
  const parseToJson = async (scrape: Scrape): Promise<ParsedJson> => {
    await parse(textOf(scrape))
    return {
      json: Buffer.from(JSON.stringify({article: {title: textOf(scrape), body: []}, findings: []})),
      ms: 1.239,
    }
  }
  const done = parseRows(io, {parse: parseToJson, threads: 2, maxBytes: 1000, provenance: {}})
  const give = (body: string): void => void stdin.write(`${JSON.stringify({body})}\n`)
  const rows = (): {id: number; article?: {title: string}; ms?: number}[] =>
    printed
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  return {stdin, give, rows, done}
}

describe('rows', () => {
  it('print a row while more of the input is still to come', async () => {
    const {stdin, give, rows, done} = start(() => undefined)
    give('first')
    await expect.poll(rows).toEqual([{id: 1, article: {title: 'first', body: []}, findings: [], ms: 1.24}])
    stdin.end()
    await done
  })

  it('keep their order when the first takes longest', async () => {
    const {stdin, give, rows, done} = start((body) => (body === 'slow' ? sleep(50) : undefined))
    for (const body of ['slow', 'a', 'b', 'c', 'd', 'e']) give(body)
    stdin.end()
    await done
    expect(rows().map(({article}) => article?.title)).toEqual(['slow', 'a', 'b', 'c', 'd', 'e'])
  })

  it('are parsed a few at a time', async () => {
    let [running, most] = [0, 0]
    const {stdin, give, rows, done} = start(async () => {
      running += 1
      most = Math.max(most, running)
      await sleep(1)
      running -= 1
    })
    for (let index = 0; index < 200; index++) give(`body ${index}`)
    stdin.end()
    await done
    expect(rows().map(({id}) => id)).toEqual(Array.from({length: 200}, (_, index) => index + 1))
    expect(most).toBe(4)
  })

  it('set a failed input aside and stop at a failure of ours', async () => {
    const {stdin, give, rows, done} = start((body) => {
      if (body === 'bad') throw new InputError('binary', 'line 1 is binary')
      if (body === 'ours') throw new Error('the pool closed')
    })
    give('bad')
    await expect.poll(rows).toEqual([{id: 1, error: {code: 'binary', message: 'line 1 is binary'}}])
    give('ours')
    give('next')
    stdin.end()
    await expect(done).rejects.toThrow('the pool closed')
  })
})
