import type {Root} from 'hast'
import {toHtml} from 'hast-util-to-html'
import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import type {Repair, Report} from '../../../../../ingest/parse/findings/report.ts'
import {attachOrigins} from '../../../../../ingest/parse/trace/attach.ts'
import {traced} from '../../../../../ingest/parse/trace/traced-text.ts'

/** A fragment as the tree station gets it: parsed, and each text traced to the source. */
export function fragment(source: string): Root {
  const tree = unified().use(rehypeParse, {fragment: true}).parse(source)
  attachOrigins(tree, traced(source), source)
  return tree
}

/** Lines of plain text as the text station gives them: a paragraph each, its tags not in the source. */
export function lines(source: string): Root {
  let html = ''
  const runs = []
  let at = 0
  for (const line of source.split('\n')) {
    const text = line.trim() ? `<p>${line}</p>` : ''
    if (text) {
      html += text
      runs.push(
        {length: 3, start: at, end: at, copied: false},
        {length: line.length, start: at, end: at + line.length, copied: true},
        {length: 4, start: at + line.length, end: at + line.length, copied: false},
      )
    }
    at += line.length + 1
  }
  const tree = unified().use(rehypeParse, {fragment: true}).parse(html)
  attachOrigins(tree, {value: html, origin: runs}, source)
  return tree
}

export interface Outcome {
  html: string
  repairs: Repair[]
  tree: Root
}

/** What a rule, or the whole preset, makes of a tree. */
export function outcome(rule: (tree: Root, report: Report) => void, tree: Root): Outcome {
  const repairs: Repair[] = []
  rule(tree, (repair) => repairs.push(repair))
  return {html: toHtml(tree), repairs, tree}
}
