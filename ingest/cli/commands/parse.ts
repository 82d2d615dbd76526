/** `copydesk parse`: parse a file and store nothing. */
import {stat} from 'node:fs/promises'
import {Command, InvalidArgumentError, Option} from 'commander'
import {type Input, readInputs} from '../../intake/read/inputs.ts'
import type {FetchPageOptions} from '../../intake/read/page/fetch-page.ts'
import type {Provenance} from '../../intake/read/scrape-row.ts'
import {readText} from '../../intake/read/text.ts'
import {InputError} from '../../parse/errors.ts'
import {DEFAULT_MAX_BYTES} from '../../parse/max-bytes.ts'
import {readProfile} from '../../parse/profile/profile.ts'
import type {ParseResult, Scrape} from '../../parse/types.ts'
import {createParsePool} from '../../parse-pool/index.ts'
import {parseWebUrl} from '../../store/draft/normalize-url.ts'
import {articleHtml, articleMarkdown} from '../render/article.ts'
import {explainAsHtml} from '../render/explain/html.ts'
import {explainOnTerminal} from '../render/explain/terminal.ts'
import {renderTerminal, type TerminalOptions} from '../render/terminal.ts'
import {CommandFailure, EXIT} from './exit-status.ts'
import {type Io, write} from './io.ts'
import {parseRows} from './parse-rows.ts'

interface Flags {
  ndjson?: true
  json?: true
  markdown?: true
  html?: true
  /** `true`, a form, or the file if it follows the option. */
  explain?: true | string
  profile?: string
  url?: string
  contentType?: string
  maxBytes: number
  timeout: number
  threads: number
  memory: number
}

/** The command `parse`. */
export function parseCommand(io: Io): Command {
  return new Command('parse')
    .description('Print the article in a file and its findings.')
    .argument('[file]', 'a file, an http(s) address, or - for stdin')
    .option('--explain [form]', 'which parts were kept and removed, and why; as a page with --explain=html')
    .option('--profile <file>', 'apply this extraction profile (JSON)')
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
    .option('--content-type <type>', 'its content type, as the server sent it')
    .option('--max-bytes <bytes>', 'largest input', integer, DEFAULT_MAX_BYTES)
    .option('--timeout <seconds>', 'time limit of an input', integer, 30)
    .option('--threads <count>', 'parsing threads, with --ndjson', integer, 2)
    .option('--memory <megabytes>', 'memory of one parsing thread', integer, 512)
    .action((file: string | undefined, flags: Flags, command: Command) => run(file, flags, command, io))
}

async function run(argument: string | undefined, flags: Flags, command: Command, io: Io): Promise<void> {
  const {file, explain} = explained(argument, flags, command)
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
      await parseRows(io, {parse: pool.parseToJson, threads, maxBytes, provenance})
      return
    }
    const name = file ?? '-'
    const input = parseWebUrl(name)
      ? {
          scrape: {
            ...(await fetchOne(name, {maxBytes: flags.maxBytes, timeoutMs: flags.timeout * 1000})),
            ...provenance,
          },
        }
      : await readOne(name, {stdin: io.stdin, maxBytes: flags.maxBytes, provenance})
    if ('error' in input) throw input.error
    const profile =
      flags.profile === undefined ? undefined : readProfile(await readText(flags.profile), flags.profile)
    const result = await pool.parse(input.scrape, profile)
    await write(io.stdout, explain ? renderExplained(result, explain, name, io) : render(result, flags, io))
  } catch (error) {
    if (error instanceof InputError) throw new CommandFailure(EXIT.failed, error.message, {cause: error})
    throw error
  } finally {
    await pool.close()
  }
}

/** The modules for fetching are only loaded if something is fetched. */
async function fetchOne(address: string, options: FetchPageOptions): Promise<Scrape> {
  const {fetchPage} = await import('../../intake/read/page/fetch-page.ts')
  return fetchPage(address, options)
}

async function readOne(path: string, options: Parameters<typeof readInputs>[1]): Promise<Input> {
  const isFolder = path !== '-' && (await stat(path).catch(() => undefined))?.isDirectory()
  if (isFolder) {
    throw new InputError(
      'directory',
      `${path} is a folder, and only one file is read. Name a file in it, or use \`copydesk ingest ${path}\`.`,
    )
  }
  for await (const input of readInputs([path], options)) return input
  throw new InputError('unreadable', `${path} is not an input: it describes another file. Name that file.`)
}

type Form = 'terminal' | 'html'

/** `--explain FILE` names a file and not a form, which the parser of options cannot know. */
function explained(
  file: string | undefined,
  flags: Flags,
  command: Command,
): {file: string | undefined; explain: Form | undefined} {
  const {explain, ndjson, json, markdown, html} = flags
  if (explain === undefined) return {file, explain}
  if (ndjson || json || markdown)
    command.error('error: --explain prints a report for people: use it alone, or with --html')
  const isForm = explain === true || explain === 'html' || explain === 'terminal'
  if (!isForm && file !== undefined)
    command.error(`error: --explain expects html or terminal, got ${explain}`)
  const form = explain === 'html' || html ? 'html' : 'terminal'
  return {file: isForm ? file : explain, explain: form}
}

function renderExplained(result: ParseResult, form: Form, name: string, io: Io): string {
  return form === 'html' ? explainAsHtml(result, name) : explainOnTerminal(result, terminalOf(io))
}

const terminalOf = (io: Io): TerminalOptions => ({
  columns: io.columns ?? 80,
  // https://no-color.org: any value but the empty one.
  color: io.isTTY && !io.env.NO_COLOR,
})

function render(result: ParseResult, flags: Flags, io: Io): string {
  const {article, findings, blockSources, partition, charset} = result
  if (flags.json) {
    return `${JSON.stringify({article, findings, blockSources, partition, charset}, null, 2)}\n`
  }
  if (flags.markdown) return articleMarkdown(article)
  if (flags.html) return articleHtml(article)
  return renderTerminal(result, terminalOf(io))
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
