/** The text of every fixture, by its path. */
import {globSync, readFileSync} from 'node:fs'

const folder = new URL('../fixtures/', import.meta.url)

export const fixtures: readonly [path: string, body: string][] = globSync('*/input.*', {cwd: folder})
  .toSorted()
  .map((path) => [path, readFileSync(new URL(path, folder), 'utf8')])
