/**
 * Renderers on the bundled article, repeated ten times: ours, which first check the body, beside the plain serializer
 * of Portable Text, which prints no tables.
 *
 * `node bench/render.ts [runs]`
 */
import {readFileSync} from 'node:fs'
import {toHTML} from '@portabletext/to-html'
import {parseScrape} from '../ingest/parse/parse.ts'
import {renderHtml} from '../render/html.ts'
import {renderMarkdown} from '../render/markdown.ts'
import {renderText} from '../render/text.ts'

const runs = Number(process.argv[2] ?? 200)
const bytes = readFileSync(new URL('../app/sample/article.txt', import.meta.url))
const {body} = parseScrape({bytes, origin: 'bench'}).article
const long = Array.from({length: 10}, () => body).flat()
const tables = long.filter(({_type}) => _type === 'table').length
console.log(`${long.length} blocks, ${tables} of them tables; median of ${runs} runs`)

/** Median in milliseconds, without the first fifth of the runs, which warm up. */
function time(work: () => string): number {
  const times: number[] = []
  for (let run = -runs / 5; run < runs; run++) {
    const start = performance.now()
    work()
    if (run >= 0) times.push(performance.now() - start)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}

const renderers: Record<string, () => string> = {
  renderHtml: () => renderHtml(long),
  renderMarkdown: () => renderMarkdown(long),
  renderText: () => renderText(long),
  '@portabletext/to-html': () => toHTML(long, {onMissingComponent: false}),
}
console.log('renderer'.padEnd(24), 'ms'.padStart(8), 'characters'.padStart(11))
for (const [name, work] of Object.entries(renderers)) {
  console.log(name.padEnd(24), time(work).toFixed(2).padStart(8), String(work().length).padStart(11))
}
