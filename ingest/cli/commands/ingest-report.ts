import ora, {type Ora} from 'ora'
import type {InputError} from '../../parse/errors.ts'
import type {WriteError} from '../../store/write/errors.ts'
import type {KnownResult, WriteResult} from '../../store/write/writer.ts'
import type {Io} from './io.ts'

interface Tally {
  created: number
  unchanged: number
  changed: number
  setAside: number
}

/** Report each input: a line on stdout, a running tally on a terminal, the totals at the end. */
export interface IngestReport {
  tally: Readonly<Tally>
  written(name: string, result: WriteResult | KnownResult, title?: string): void
  setAside(name: string, error: InputError | WriteError): void
  /** Stop the display and print the totals. */
  end(): void
}

/** Start a report; `json` prints lines of JSON. */
export function createIngestReport(io: Io, options: {json: boolean; dryRun: boolean}): IngestReport {
  const tally: Tally = {created: 0, unchanged: 0, changed: 0, setAside: 0}
  // On a terminal that reports no columns, ora would count lines forever.
  const spinner: Ora | undefined =
    io.isErrorTTY && process.stderr.columns
      ? ora({
          text: 'Reading',
          stream: process.stderr,
          discardStdin: false,
          ...(io.env.NO_COLOR && {color: false as const}),
        }).start()
      : undefined

  /** Print a line and remove that of the spinner. */
  function print(stream: Io['stdout'], text: string): void {
    spinner?.clear()
    stream.write(`${text}\n`)
    if (spinner) spinner.text = sumOf(tally)
  }

  return {
    tally,
    written(name, result, title) {
      tally[result.outcome] += 1
      if (options.json) print(io.stdout, JSON.stringify({input: name, title, ...result}))
      else print(io.stdout, `${result.outcome.padEnd(9)}  ${result.articleId ?? result.scrapeId}  ${name}`)
    },
    setAside(name, {code, message}) {
      tally.setAside += 1
      if (options.json)
        print(io.stdout, JSON.stringify({input: name, outcome: 'setAside', error: {code, message}}))
      print(io.stderr, `copydesk: set aside ${name} (${code}): ${message}`)
    },
    end() {
      spinner?.stop()
      const sum = `${sumOf(tally)}${options.dryRun ? ' (a dry run: nothing was written)' : ''}`
      const stream = options.json ? io.stderr : io.stdout
      stream.write(`${sum}\n`)
    },
  }
}

/** `200 created, 0 unchanged, 0 changed, 0 set aside` */
function sumOf({created, unchanged, changed, setAside}: Tally): string {
  return `${created} created, ${unchanged} unchanged, ${changed} changed, ${setAside} set aside`
}
