/** The imports of our own files, read from their syntax, and the cycles in them. */
import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative, resolve, sep} from 'node:path'
import {fileURLToPath} from 'node:url'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** A file of ours, and a specifier that it imports; both as written, relative to the root. */
export type Import = readonly [file: string, specifier: string]

const SPECIFIER =
  /(?:^|[\s;])(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|[\s;])import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

/** All TypeScript files under a folder, relative to the root, in order. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'})
    .filter((name) => /\.tsx?$/.test(name) && !/(^|[\\/])(dist[^\\/]*|node_modules)[\\/]/.test(name))
    .map((name) => join(folder, name).replaceAll(sep, '/'))
    .toSorted()
}

/** Every import in a folder. Without `types`, only those that are still there at run time. */
export function importsOf(folder: string, {types = true} = {}): Import[] {
  return filesIn(folder).flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(SPECIFIER)]
      .filter(([text]) => types || !/^\s*(?:import|export)\s+type\b/.test(text))
      .map((match): Import => [file, match[1] ?? match[2] ?? match[3] ?? '']),
  )
}

/** The file that a relative specifier names, relative to the root; undefined for a package. */
export const targetOf = ([file, specifier]: Import): string | undefined =>
  specifier.startsWith('.')
    ? relative(ROOT, resolve(ROOT, dirname(file), specifier)).replaceAll(sep, '/')
    : undefined

/** Node → nodes that it imports. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>

/** The graph of all imports, with each file replaced by what `nodeOf` returns; undefined leaves the file out. */
function graphOf(imports: readonly Import[], nodeOf: (file: string) => string | undefined): Graph {
  const graph = new Map<string, Set<string>>()
  for (const one of imports) {
    const target = targetOf(one)
    const [from, to] = [nodeOf(one[0]), target === undefined ? undefined : nodeOf(target)]
    if (from === undefined || to === undefined || from === to) continue
    graph.set(from, (graph.get(from) ?? new Set()).add(to))
  }
  return graph
}

/** Groups of nodes that import each other, by Tarjan's algorithm; each sorted. Empty where there is no cycle. */
function cyclesOf(graph: Graph): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const cycles: string[][] = []
  const visit = (node: string): number => {
    const index = order.size
    order.set(node, index)
    low.set(node, index)
    stack.push(node)
    for (const next of graph.get(node) ?? []) {
      const reached = order.has(next)
        ? stack.includes(next)
          ? (order.get(next) ?? index)
          : index
        : visit(next)
      low.set(node, Math.min(low.get(node) ?? index, reached))
    }
    const least = low.get(node) ?? index
    if (least === index) {
      const group = stack.splice(stack.indexOf(node))
      if (group.length > 1) cycles.push(group.toSorted())
    }
    return least
  }
  for (const node of graph.keys()) if (!order.has(node)) visit(node)
  return cycles
}

/** Cycles between the subfolders of each folder, at every level: `a/x` and `a/y` may not import each other. */
export function folderCycles(imports: readonly Import[]): string[][] {
  const parents = new Set(imports.flatMap(([file]) => ancestorsOf(file)))
  return [...parents].flatMap((parent) =>
    cyclesOf(
      graphOf(imports, (file) => {
        if (!file.startsWith(`${parent}/`)) return undefined
        const [child, rest] = file.slice(parent.length + 1).split('/', 2)
        return rest === undefined ? undefined : `${parent}/${child}`
      }),
    ),
  )
}

const ancestorsOf = (file: string): string[] => {
  const parts = dirname(file).split('/')
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}

/** Cycles between files. Imports of types alone count: they tie two files together as firmly for a reader. */
export const fileCycles = (imports: readonly Import[]): string[][] =>
  cyclesOf(graphOf(imports, (file) => file))
