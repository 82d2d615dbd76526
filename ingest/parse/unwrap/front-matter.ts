/**
 * The settings before a Markdown text (YAML or TOML front matter), as generators of static sites keep them: the title is
 * the article's, the rest is none of its text.
 *
 * @example
 *   in: ---\ntitle: "Owls & mice"\ndate: 2023-04-02\ntags:\n  - birds\n---\n\nThree owls.
 *   out: <h1>Owls & mice</h1>\n\nThree owls.
 * @example
 *   in: ---\nOnce: a tale\n\nIt was cold.\n---\nThe end.
 *   out: ---\nOnce: a tale\n\nIt was cold.\n---\nThe end.
 */
import {inserted, join, slice, sourceRange} from '../trace/traced-text.ts'
import type {Unwrapper} from './unwrapper.ts'

/** Longest block that is looked at. */
const LONGEST = 8000
const setting = /^(?:[\w.-]{1,60}\s{0,3}[:=](?:\s.*|$)|\s+\S.*|-\s.*|\[\[?[\w.-]+\]?\]|#.*|)$/
const title =
  /^title\s{0,3}[:=]\s{0,3}(?:"((?:[^"\\]|\\.){1,300})"|'([^'\n]{1,300})'|([^\n"'][^\n]{0,300}))\s*$/m

export const frontMatter: Unwrapper = (text, report) => {
  const {value} = text
  const start = /^\s{0,20}(---|\+\+\+)[ \t]*\r?\n/.exec(value.slice(0, 60))
  if (!start) return undefined
  const from = start[0].length
  const end = value.indexOf(`\n${start[1]}`, from - 1)
  if (end < 0 || end > LONGEST) return undefined
  const block = value.slice(from, end)
  const lines = block.split(/\r?\n/)
  if (
    !lines.every((line) => setting.test(line)) ||
    !/^(?:title|date|layout|author|tags|slug|draft)\s{0,3}[:=]/m.test(block)
  )
    return undefined
  const close = end + 4
  const named = title.exec(block)
  const name = named?.[1] ?? named?.[2] ?? named?.[3]?.trimEnd()
  report({
    code: 'document-unwrapped',
    message: 'The settings before a Markdown text were left out, its title was kept.',
    ranges: [sourceRange(text, 0, close)],
  })
  const rest = slice(text, close)
  if (!named || !name || /^\s*#\s/.test(rest.value)) return {html: rest}
  const at = from + named.index + named[0].indexOf(name)
  const place = sourceRange(text, at, at + name.length).start
  const heading = [inserted('<h1>', place), slice(text, at, at + name.length), inserted('</h1>', place)]
  return {html: join([...heading, rest])}
}
