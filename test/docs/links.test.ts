/** Links between documents, and from them to files and folders, lead somewhere. */
import {existsSync, globSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const DOCUMENTS = globSync(['*.md', 'docs/**/*.md'], {cwd: ROOT}).toSorted()

/** Names in code that are paths of ours: a folder of the root, and then what is in it. */
const PATH = /^(?:app|bench|deliver|docs|findings|ingest|lake|render|schemas|scripts|studio|test)\/[\w./-]*$/

interface Reference {
  line: number | undefined
  target: string
}

function referencesOf(file: string): Reference[] {
  const found: Reference[] = []
  visit(
    unified()
      .use(remarkParse)
      .parse(readFileSync(join(ROOT, file), 'utf8')),
    (node) => {
      const line = node.position?.start.line
      if ((node.type === 'link' || node.type === 'image') && !/^(?:[a-z]+:|#)/i.test(node.url)) {
        found.push({line, target: join(dirname(file), decodeURI(node.url).replace(/#.*$/, ''))})
      }
      if (node.type === 'inlineCode' && PATH.test(node.value)) found.push({line, target: node.value})
    },
  )
  return found
}

describe.each(DOCUMENTS)('%s', (file) => {
  it('refers only to what exists', () => {
    const missing = referencesOf(file).filter(({target}) => !existsSync(join(ROOT, target)))
    expect(missing).toEqual([])
  })
})

it('has documents to read', () => {
  expect(DOCUMENTS.length).toBeGreaterThan(15)
})
