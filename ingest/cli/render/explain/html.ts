/**
 * A page that shows a source as text, coloured by what was kept, changed and removed, with the reasons. It has no
 * scripts and needs no other files, and markup of the source is only text in it.
 */
import type {Element, ElementContent} from 'hast'
import {toHtml} from 'hast-util-to-html'
import {FINDINGS} from '../../../../schemas/findings.ts'
import {createLines} from '../../../parse/findings/lines.ts'
import {summarize} from '../../../parse/partition/summary.ts'
import type {Finding, Interval, ParseResult} from '../../../parse/types.ts'
import {h, text} from '../hast.ts'
import {metadataRows} from './metadata.ts'
import {type Region, regionsOf} from './regions.ts'

/** @param name - name of the source for people: a path or a URL */
export function explainAsHtml(result: ParseResult, name: string): string {
  const {article, partition, findings, source} = result
  const {kept, changed, removed} = summarize(partition, source)
  const lines = createLines(source)
  const title = `${article.title ?? name} – what was kept and removed`
  const page = h('html', {lang: 'en'}, [
    h('head', {}, [
      h('meta', {charSet: 'utf-8'}, []),
      h(
        'meta',
        {httpEquiv: ['Content-Security-Policy'], content: "default-src 'none'; style-src 'unsafe-inline'"},
        [],
      ),
      h('meta', {name: 'viewport', content: 'width=device-width'}, []),
      h('title', {}, [text(title)]),
      h('style', {}, [text(STYLE)]),
    ]),
    h('body', {}, [
      h('h1', {}, [text(article.title ?? name)]),
      h('p', {}, [
        text(
          `${name}: ${number(kept + changed)} words kept, ${number(changed)} of them changed; ${number(removed)} removed.`,
        ),
      ]),
      h('table', {}, metadataRows(result).map(row)),
      h('h2', {}, [text('Regions')]),
      h(
        'ol',
        {className: ['regions']},
        regionsOf(result).map((region) => item(region, lines.point(region.start).line)),
      ),
      ...others(findings),
      h('h2', {}, [text('Source')]),
      h('p', {className: ['legend']}, [
        h('span', {className: ['k']}, [text('kept')]),
        text(' '),
        h('span', {className: ['c']}, [text('changed')]),
        text(' '),
        h('del', {}, [text('removed')]),
        text(' '),
        h('span', {className: ['m']}, [text('markup')]),
      ]),
      h('input', {type: 'checkbox', id: 'bare'}, []),
      h('label', {htmlFor: ['bare']}, [text(' Hide markup')]),
      h('pre', {}, coloured(partition, findings, source)),
    ]),
  ])
  return `<!doctype html>\n${toHtml(page)}\n`
}

const number = (value: number): string => value.toLocaleString('en-US')

const row = ({name, value}: {name: string; value: string}): Element =>
  h('tr', {}, [h('th', {scope: 'row'}, [text(name)]), h('td', {}, [text(value)])])

function item({kind, start, words, snippet, blocks, finding}: Region, line: number): Element {
  const isKept = kind === 'kept'
  const what = isKept
    ? blocks.length === 0
      ? 'title'
      : `${blocks.length} ${blocks.length === 1 ? 'block' : 'blocks'}`
    : titleOf(finding)
  return h('li', {className: [isKept ? 'kept' : 'gone']}, [
    h('a', {href: `#s${start}`}, [
      text(`${isKept ? 'Kept' : 'Removed'}: ${what}, line ${line}, ${number(words)} words`),
    ]),
    ...(finding ? [h('p', {}, [text(finding.message)])] : []),
    h('p', {className: ['snippet'], dir: 'auto'}, [text(snippet)]),
  ])
}

const titleOf = (finding: Finding | undefined): string =>
  finding ? FINDINGS[finding.code].title : 'no reason'

/** Findings that remove nothing but are worth a look. */
function others(findings: readonly Finding[]): Element[] {
  const list = findings.filter(
    ({severity, code}) => severity !== 'info' || /^(?:metadata|charset|date|profile)-/.test(code),
  )
  if (list.length === 0) return []
  return [
    h('h2', {}, [text('Findings')]),
    h(
      'ul',
      {},
      list.map((finding) =>
        h('li', {}, [h('b', {}, [text(`${titleOf(finding)}. `)]), text(finding.message)]),
      ),
    ),
  ]
}

function coloured(
  partition: readonly Interval[],
  findings: readonly Finding[],
  source: string,
): ElementContent[] {
  const known = new Map(findings.map((finding) => [finding._key, finding]))
  return partition.map((interval) => piece(interval, known, source))
}

function piece(interval: Interval, known: ReadonlyMap<string, Finding>, source: string): Element {
  const {start, end} = interval
  const content = [text(source.slice(start, end))]
  const id = `s${start}`
  if (interval.kind === 'markup') return h('span', {className: ['m']}, content)
  if (interval.kind === 'kept') return h('span', {className: ['k'], id}, content)
  if (interval.kind === 'removed') {
    const title = `${interval.code}: ${known.get(interval.finding)?.message ?? ''}`
    return h('del', {id, title}, content)
  }
  const title = `“${interval.before}” became “${interval.after}”`
  return h('span', {className: ['c'], id, title}, start === end ? [text('‸')] : content)
}

/**
 * Kept text is green, changed text amber, removed text red and struck through, so that colour is never the only sign.
 */
const STYLE = `
:root { color-scheme: light dark; --text: #1b1b1f; --page: #fff; --dim: #6b6b76; --kept: #e2f4e4; --changed: #fff0c2; --gone: #fbe0de; --line: #d9d9e0 }
@media (prefers-color-scheme: dark) {
  :root { --text: #ececf1; --page: #16161a; --dim: #9a9aa6; --kept: #173a21; --changed: #4a3a0c; --gone: #4d1f1c; --line: #3a3a44 }
}
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: var(--text); background: var(--page); font: 1rem/1.5 system-ui, sans-serif }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
table { border-collapse: collapse } th { text-align: left; padding-right: 1.5rem; color: var(--dim); font-weight: normal; vertical-align: top } td { overflow-wrap: anywhere }
.regions li { border-left: 4px solid var(--line); padding: 0 0 .4rem .7rem; margin-bottom: .3rem } .regions .kept { border-color: #2e8b57 } .regions .gone { border-color: #c0392b }
.regions p { margin: .1rem 0 } .snippet { color: var(--dim); font-size: .9rem; overflow-wrap: anywhere }
a { color: inherit }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); border-radius: 4px; padding: 1rem; font: .85rem/1.6 ui-monospace, monospace }
.k { background: var(--kept) } .c { background: var(--changed); border-bottom: 2px dotted } del { background: var(--gone) } .m { color: var(--dim) }
:target { outline: 2px solid }
#bare:checked ~ pre .m { font-size: 0 } #bare:checked ~ pre .m::after { content: " "; font-size: .85rem }
`
