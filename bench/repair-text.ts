/**
 * Only the repair of text, on clean and damaged text (limit: 5 MB/s on one core).
 *
 * `node bench/repair-text.ts [kilobytes]`
 */
import {repairText} from '../ingest/parse/repair/text/index.ts'
import {traced} from '../ingest/parse/trace/traced-text.ts'
import {cleanArticle, damagedArticle, type Language, languages} from './support/articles.ts'
import {timeInTurns} from './support/time.ts'

const kilobytes = Number(process.argv[2] ?? 500)
/** The text after reading its UTF-8 as Windows-1252. */
const misread = (text: string): string =>
  text.replaceAll('’', 'â€™').replaceAll('“', 'â€œ').replaceAll('é', 'Ã©').replaceAll('. ', '.Â\u00a0')
/** The text escaped once as for XML. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const clean = cleanArticle(kilobytes * 1000)
const texts = {
  clean,
  ...Object.fromEntries(
    Object.keys(languages).map((name) => [
      `clean, ${name}`,
      cleanArticle(kilobytes * 1000, name as Language),
    ]),
  ),
  'clean, without tags': clean.replaceAll(/<[^>]+>/g, ''),
  'clean, as a page': `<!doctype html><html><head><title>A</title></head><body>${clean}</body></html>`,
  damaged: damagedArticle(kilobytes * 1000),
  escaped: escaped(clean),
  'wrong encoding': misread(clean),
}
const runs = Object.fromEntries(
  Object.entries(texts).map(([name, text]) => [name, () => repairText(traced(text), () => undefined)]),
)
for (const [name, ms] of Object.entries(timeInTurns(runs, 9, 1))) {
  const size = Buffer.byteLength(texts[name as keyof typeof texts]) / 1000
  console.log(
    `${name.padEnd(22)}${`${ms.toFixed(1)} ms`.padStart(10)}${`${(size / ms).toFixed(1)} MB/s`.padStart(12)}`,
  )
}
