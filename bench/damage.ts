/**
 * Parse articles that our operators have damaged (test/damage): the cost of each kind of damage beside that of the same
 * text undamaged.
 *
 * `node bench/damage.ts [kilobytes]`
 */
import {parseScrape} from '../ingest/parse/parse.ts'
import {documents} from '../test/damage/documents.ts'
import {operators} from '../test/damage/operators/index.ts'
import {randomFrom} from '../test/damage/random.ts'
import {render} from '../test/damage/render.ts'
import {timeInTurns} from './support/time.ts'

const size = Number(process.argv[2] ?? 100) * 1000

/** Copies of articles in a row. Each copy has a number, since repeated text is dropped. */
function sound(): string {
  let html = ''
  for (let copy = 1; html.length < size; copy++)
    html += `${documents
      .map(render)
      .join('\n')
      .replaceAll(/(?<=\p{L}[.?]?)<\//gu, ` ${copy}</`)}\n`
  return html
}

const html = sound()
const inputs: Record<string, Buffer> = {sound: Buffer.from(html)}
for (const [name, operator] of Object.entries(operators))
  inputs[name] = Buffer.from(operator(html, randomFrom(1)))

const times = timeInTurns(
  Object.fromEntries(
    Object.entries(inputs).map(([name, bytes]) => [name, () => parseScrape({bytes, origin: `${name}.html`})]),
  ),
  5,
  1,
)
for (const [name, ms] of Object.entries(times)) {
  const bytes = inputs[name]?.length ?? 0
  const ratio = ms / (times.sound ?? ms)
  console.log(
    [
      name.padEnd(20),
      `${(bytes / 1000).toFixed(0)} KB`.padStart(8),
      `${ms.toFixed(1)} ms`.padStart(10),
      `${(bytes / 1000 / ms).toFixed(2)} MB/s`.padStart(12),
      `${ratio.toFixed(2)} ×`.padStart(9),
    ].join(''),
  )
}
