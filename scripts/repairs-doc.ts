/**
 * Write `docs/repairs.md` from the source of the repairs: their presets, doc comments and finding codes.
 *
 * node scripts/repairs-doc.ts           write it node scripts/repairs-doc.ts --check   exit with 1 if the committed
 * file is stale
 */
import {globSync, readFileSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {FINDINGS, type FindingKind} from '../schemas/findings.ts'
import {codesIn, type Group, type Rule, readPreset} from './repairs-doc/read-rules.ts'

const root = join(import.meta.dirname, '..')
const committed = join(root, 'docs', 'repairs.md')
const all: ReadonlyMap<string, FindingKind> = new Map(Object.entries(FINDINGS))
const names: ReadonlySet<string> = new Set(all.keys())

const preset = (file: string, name: string): Group[] => readPreset(join(root, file), name, names)

const sections = [
  {
    title: 'Unwrapping',
    text: 'Before everything else: the article is taken out of what carries it, and what the wrapping declares of the article (author, dates, address, …) becomes metadata, beside that of the page (`ingest/parse/metadata/trust.ts`).',
    groups: preset('ingest/parse/unwrap/index.ts', 'unwrappers'),
  },
  {
    title: 'Repair of text',
    text: 'Before the HTML parser: the decoded text in, text in which everything that can be known from the text alone is a real tag. Every edit is kept with the place in the source that it came from. In the examples, control characters are written as in a string: `\\n`, `\\u200b`, `\\\\`.',
    groups: preset('ingest/parse/repair/text/index.ts', 'preset'),
  },
  {
    title: 'Repair of structure',
    text: 'On the tree that the HTML parser made. Each text in it knows where in the source it stood.',
    groups: preset('ingest/parse/repair/tree/index.ts', 'treeRules'),
  },
  {
    title: 'Suggestions',
    text: 'On the finished blocks. Nothing is changed: an editor applies a suggestion in the Studio, or turns it down; the examples show the article once it is applied. Their order is that of the findings in a list, since none changes what another sees.',
    groups: preset('ingest/parse/suggest/index.ts', 'suggestRules'),
  },
]

/** A fence that the text does not contain. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

/**
 * An example as Markdown: `in:` and `out:` lines as two blocks, `finding:` and `declares:` in words. An example that
 * already contains blocks is not changed.
 */
function exampleOf(text: string): string {
  if (!text.startsWith('in:')) return text.replace(/^becomes$/m, '\nbecomes\n')
  const lines = new Map(
    Array.from(text.matchAll(/^(\w+): ?(.*)$/gm), ([, key = '', value = '']) => [key, value]),
  )
  const [input = '', output = input] = [lines.get('in'), lines.get('out')]
  const finding = lines.get('finding')
  const declares = lines.get('declares')
  return [
    fenced(input, 'text'),
    ...(input === output
      ? [`stays as it is${finding ? `, and \`${finding}\` is reported` : ''}.`]
      : ['becomes', fenced(output, 'text')]),
    ...(declares ? ['and declares', fenced(declares, 'json')] : []),
  ].join('\n\n')
}

let number = 0

function ruleOf({name, file, text, examples, codes: own}: Rule): string {
  number++
  const findings = own.length > 0 ? `Findings: ${own.map((code) => `\`${code}\``).join(', ')}.` : ''
  const path = relative(root, file).replaceAll('\\', '/')
  return [
    `### ${number}. ${heading(name)}`,
    text,
    ...examples.map(exampleOf),
    [findings, `Source: [${path}](../${path})`].filter(Boolean).join(' '),
  ].join('\n\n')
}

/** The title of a rule: `splitCells` becomes “Split cells”, `jsonEscapes` “JSON escapes”. */
function heading(name: string): string {
  const words = name
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replace(/^(?:cdata|json)\b/, (word) => word.toUpperCase())
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

const groupOf = ({reason, rules}: Group): string =>
  [...(reason ? [`> **The order.** ${reason}`] : []), ...rules.map(ruleOf)].join('\n\n')

const ACTIONS = {
  applied: 'applied',
  'applied-check': 'applied, to be checked',
  suggested: 'suggested',
} as const

/** The folder of the station that also reports a code. */
function stations(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const file of globSync('ingest/**/*.ts', {cwd: root}).toSorted()) {
    const folder = file.replaceAll('\\', '/').split('/').slice(1, -1).slice(0, 3).join('/')
    for (const code of codesIn(join(root, file), names)) {
      const own = found.get(code) ?? new Set()
      found.set(code, own.add(folder || 'parse'))
    }
  }
  return found
}

function codeTable(): string {
  const where = stations()
  const rows = [...all].flatMap(([code, {title, description, severity, action}]) => {
    const station = where.get(code)
    if (!station) return []
    return `| \`${code}\` | ${title} | ${description} | ${severity} | ${ACTIONS[action]} | ${[...station].join(', ')} |`
  })
  return [
    '| code | name | what it means | severity | action | station |',
    '|---|---|---|---|---|---|',
    ...rows,
  ].join('\n')
}

const text = `${[
  '<!-- Written by scripts/repairs-doc.ts from the repairs themselves: change their doc comments, not this file. -->',
  '# Repairs',
  'What Copydesk mends in a scrape, in the order in which it does. Each repair is one file with one job; the order of a preset is part of its meaning, and says why where it matters. The examples are those of the doc comments, and run as tests (`test/ingest/parse/unwrap`, `test/ingest/parse/repair`, `test/ingest/parse/suggest`). Text that is not damaged is left alone by all of them.',
  'Each change is reported as a finding with a code, a reason, the places in the source and what was done. `applied` is certain and loses nothing; `applied, to be checked` is very likely, and an editor should look; `suggested` needs judgement, and nothing was changed.',
  ...sections.map(({title, text: about, groups}) =>
    [`## ${title}`, about, ...groups.map(groupOf)].join('\n\n'),
  ),
  '## Findings',
  'Every code that is reported, and the folder of `ingest/` that reports it.',
  codeTable(),
].join('\n\n')}\n`

if (!process.argv.includes('--check')) {
  writeFileSync(committed, text)
  console.log(`docs/repairs.md is written: ${number} repairs, ${all.size} codes.`)
} else if (readFileSync(committed, 'utf8') === text) {
  console.log('docs/repairs.md fits the repairs.')
} else {
  console.error('docs/repairs.md is stale. Run `node scripts/repairs-doc.ts` and commit it.')
  process.exitCode = 1
}
