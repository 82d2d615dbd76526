/** `copydesk parse`: what the pipeline makes of a file, without storing anything. */
import {stat} from 'node:fs/promises'
import {Command, InvalidArgumentError, Option} from 'commander'
import {InputError} from '../errors.ts'
import {DEFAULT_MAX_BYTES} from '../parse.ts'
import {createParsePool} from '../parse-pool.ts'
import {type Input, readInputs} from '../read/inputs.ts'
import type {Provenance} from '../read/scrape-row.ts'
import {renderHtml} from '../render/html.ts'
import {renderMarkdown} from '../render/markdown.ts'
import {renderTerminal} from '../render/terminal.ts'
import type {ParseResult} from '../types.ts'
import {CommandFailure, EXIT} from './exit-status.ts'
import {type Io, write} from './io.ts'
import {parseRows} from './parse-rows.ts'

interface Flags {
  ndjson?: true
  json?: true
  markdown?: true
  html?: true
  url?: string
  contentType?: string
  maxBytes: number
  timeout: number
  threads: number
  memory: number
}

export function parseCommand(io: Io): Command {
  return new Command('parse')
    .description('Print the article that a file holds, and what was found on the way.')
    .argument('[file]', 'a file, or - for stdin')
    .addOption(
      new Option('--json', 'article, findings and source ranges as JSON').conflicts([
        'markdown',
        'html',
        'ndjson',
      ]),
    )
    .addOption(new Option('--markdown', 'the article as Markdown').conflicts(['html', 'ndjson']))
    .addOption(new Option('--html', 'the article as HTML').conflicts(['ndjson']))
    .option(
      '--ndjson',
      'read rows {id?, url?, contentType?, body | bodyBase64} from stdin, print a row for each',
    )
    .option('--url <url>', 'where the page was fetched', webAddress)
    .option('--content-type <type>', 'its content type, as the server said')
    .option('--max-bytes <bytes>', 'largest input', integer, DEFAULT_MAX_BYTES)
    .option('--timeout <seconds>', 'longest time for one input', integer, 30)
    .option('--threads <count>', 'parsing threads, with --ndjson', integer, 2)
    .option('--memory <megabytes>', 'memory of one parsing thread', integer, 512)
    .action((file: string | undefined, flags: Flags, command: Command) => run(file, flags, command, io))
}

async function run(file: string | undefined, flags: Flags, command: Command, io: Io): Promise<void> {
  if (flags.ndjson && file !== undefined && file !== '-') {
    command.error(
      `error: --ndjson reads stdin, so it takes no file: try \`copydesk parse --ndjson < ${file}\``,
    )
  }
  if (!flags.ndjson && file === undefined) command.error('error: name a file, - for stdin, or give --ndjson')
  const pool = createParsePool({
    size: flags.ndjson ? flags.threads : 1,
    timeoutMs: flags.timeout * 1000,
    maxOldGenerationSizeMb: flags.memory,
    maxBytes: flags.maxBytes,
  })
  const provenance: Provenance = {
    ...(flags.url !== undefined && {url: flags.url}),
    ...(flags.contentType !== undefined && {contentType: flags.contentType}),
  }
  try {
    if (flags.ndjson) {
      const {threads, maxBytes} = flags
      await parseRows(io, {parse: pool.parse, concurrency: threads, maxBytes, provenance})
      return
    }
    const input = await readOne(file ?? '-', {stdin: io.stdin, maxBytes: flags.maxBytes, provenance})
    if ('error' in input) throw input.error
    await write(io.stdout, render(await pool.parse(input.scrape), flags, io))
  } catch (error) {
    if (error instanceof InputError) throw new CommandFailure(EXIT.failed, error.message, {cause: error})
    throw error
  } finally {
    await pool.close()
  }
}

async function readOne(path: string, options: Parameters<typeof readInputs>[1]): Promise<Input> {
  const isFolder = path !== '-' && (await stat(path).catch(() => undefined))?.isDirectory()
  if (isFolder) {
    throw new InputError(
      'directory',
      `${path} is a folder, and one file is read at a time. Name a file in it, or use \`copydesk ingest ${path}\`.`,
    )
  }
  for await (const input of readInputs([path], options)) return input
  throw new InputError(
    'unreadable',
    `${path} holds no input of its own: it describes another file. Name that file.`,
  )
}

function render(result: ParseResult, flags: Flags, io: Io): string {
  const {article, findings, blockSources, partition, charset} = result
  if (flags.json) {
    return `${JSON.stringify({article, findings, blockSources, partition, charset}, null, 2)}\n`
  }
  if (flags.markdown) return renderMarkdown(article)
  if (flags.html) return renderHtml(article)
  return renderTerminal(result, {
    columns: io.columns ?? 80,
    // https://no-color.org: any value but the empty one.
    color: io.isTTY && !io.env.NO_COLOR,
  })
}

function integer(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new InvalidArgumentError(`Expected a whole number from 1, got ${value}.`)
  }
  return number
}

function webAddress(value: string): string {
  const url = URL.parse(value)
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new InvalidArgumentError(`Expected an http(s) address, got ${value}.`)
  }
  return value
}
