/**
 * How a text parts its blocks.
 *
 * - `lines`: line breaks do (plain text, or what an extractor left); tags are rests.
 * - `html`: tags do, and a line break is white space.
 */
import {containers, isBlock, leaves} from './names.ts'
import type {Token} from './tokens.ts'

export type Structure = 'lines' | 'html'

export function structureOf(list: readonly Token[]): Structure {
  const covered = coveredNewlines(list)
  let loose = 0
  let bound = 0
  /** The last thing on the line so far: nothing yet, text, or something that ends a block by itself. */
  let last: 'none' | 'text' | 'block' = 'none'
  /** Line breaks met since the last text. */
  let broken = false
  let wrapped = false
  list.forEach((token, index) => {
    if (token.type === 'newline') {
      broken = true
      if (covered[index]) wrapped = true
      return
    }
    const blockTag = token.type === 'tag' && (isBlock(token.tag.name) || token.tag.name === 'br')
    if (broken && last !== 'none' && (token.type === 'text' || blockTag)) {
      if (blockTag || last === 'block') bound++
      else if (!wrapped) loose++
      else bound++
    }
    if (token.type === 'text') last = 'text'
    else if (blockTag) last = 'block'
    if (token.type === 'text' || blockTag) {
      broken = false
      wrapped = false
    }
  })
  return loose > 0 && loose >= 0.25 * (loose + bound) ? 'lines' : 'html'
}

/** Marks each token that lies inside an element which is opened and closed, where a line break is white space. */
function coveredNewlines(list: readonly Token[]): boolean[] {
  /** At each token, how many such elements begin less how many end. */
  const change = new Int32Array(list.length + 1)
  /** Names that are never closed in this text: their start tags alone part the blocks. */
  const closed = new Set<string>()
  for (const token of list) if (token.type === 'tag' && token.tag.closing) closed.add(token.tag.name)
  const open: {name: string; index: number}[] = []
  const counts = new Map<string, number>()
  const count = (name: string, by: number): number => {
    const sum = (counts.get(name) ?? 0) + by
    counts.set(name, sum)
    return sum
  }
  const cover = (from: number, to: number): void => {
    change[from] = (change[from] ?? 0) + 1
    change[to] = (change[to] ?? 0) - 1
  }
  list.forEach((token, index) => {
    if (token.type !== 'tag') return
    const {name, closing} = token.tag
    if (!leaves.has(name) && !containers.has(name)) return
    if (!closing) {
      const top = open.at(-1)
      if (top && leaves.has(top.name) && !(top.name === 'li' && (name === 'ul' || name === 'ol'))) {
        if (!closed.has(top.name)) cover(top.index, index)
        if (leaves.has(name)) {
          open.pop()
          count(top.name, -1)
        }
      }
      open.push({name, index})
      count(name, 1)
      return
    }
    if ((counts.get(name) ?? 0) === 0) return
    for (let top = open.pop(); top; top = open.pop()) {
      count(top.name, -1)
      if (top.name !== name) continue
      cover(top.index, index)
      break
    }
  })
  let depth = 0
  return list.map((_, index) => {
    depth += change[index] ?? 0
    return depth > 0
  })
}
