/** A process with a pool whose parser hangs; it prints the id of the parsing process first. */
import {createParsePool} from '../../../ingest/parse-pool/index.ts'

const worker = new URL('./rogue-worker.ts', import.meta.url)
const pool = createParsePool({size: 1, timeoutMs: 60_000, maxOldGenerationSizeMb: 128, worker})
const scrape = (body: string) => ({bytes: Buffer.from(body), origin: `input “${body}”`})

const {article} = await pool.parse(scrape('pid'))
const hanging = pool.parse(scrape('hang'))
process.stdout.write(`${article.title}\n`)
await hanging
