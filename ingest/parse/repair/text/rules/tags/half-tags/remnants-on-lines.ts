import type {Edit} from '../../../../../trace/traced-text.ts'

/** The end of an item without its brackets; of a paragraph, only after a full stop. */
const itemEnd = /[^\s<>/]([ ]?li[ ]?)$/u
const paragraphEnd = /\p{L}{2}["”»)]?[.!?…:]["”»)]?(p[ ]?)$/u
/** The start tag of a list without its first bracket, joined to the text before it. */
const listStart = /[\p{L}\p{N}.!?:)](([uo]l)>[ ]?)$/u
/** The start tag of a paragraph before a digit, which might be a comparison. */
const paragraphStart = /^([ ]{0,8})p>(?=\d)/
/** The end of bold with one bracket or none, after the colon of the bold text. */
const markEnd = /(?<=[:：])([ ]?)(?:<[ ]?\/[ ]?(b|strong)[ ]|(b|strong)(?:[ ]?>|[ ]))[ ]?(?=[^\s<])/u
/**
 * The start of bold with a space in it, and a lost bracket, where an item or line begins with a few words and a colon.
 */
const markStart = /(?:<[ ]{1,2}(b|strong)|(?<!<[ ]{0,2})(b|strong)[ ]>)(?=\p{Lu}[^<>:：\n]{0,80}[:：])/u

/**
 * Find edits for remnants that only their line distinguishes from words: the end of an item in a line that begins with
 * one, the end of bold after a colon in open bold text.
 */
export function lineRemnants(value: string): Edit[] {
  const edits: Edit[] = []
  if (!/<\/?(?:li|p|b|strong)[\s>]/.test(value)) return edits
  let words: ReadonlyMap<string, number> | undefined
  const count = (word: string): number => {
    words ??= wordCounts(value)
    return words.get(word.toLowerCase()) ?? 0
  }
  const lists = /<li[\s>]/.test(value)
  let start = 0
  for (const line of value.split('\n')) {
    const text = line.trimEnd()
    const put = (from: number, length: number, tag: string): void => {
      edits.push({start: start + from, end: start + from + length, value: tag})
    }
    const ending = text.slice(-12)
    const base = text.length - ending.length
    const item = itemEnd.exec(ending)
    const paragraph = paragraphEnd.exec(ending)
    const list = lists ? listStart.exec(ending) : null
    if (
      item?.[1] !== undefined &&
      (isOpen(text, 'li') || isBeside(value, start)) &&
      isJoint(text, item[1], count)
    )
      put(text.length - item[1].length, item[1].length, '</li>')
    else if (paragraph?.[1] !== undefined && isOpen(text, 'p'))
      put(text.length - paragraph[1].length, paragraph[1].length, '</p>')
    else if (
      list?.[1] !== undefined &&
      /^\s*<li[\s>]/.test(value.slice(start + line.length, start + line.length + 40))
    )
      put(base + list.index + 1, list[1].length, `<${list[2]}>`)
    const head = text.slice(0, 200)
    const opening = paragraphStart.exec(head)
    if (opening && /<\/p>$/.test(ending)) put(opening[1]?.length ?? 0, 2, '<p>')
    const started = markStart.exec(head)
    if (started && /^\s*(?:<(?:li|p)(?:\s[^<>]*)?>\s*)?$/.test(head.slice(0, started.index)))
      put(started.index, started[0].length, `<${started[1] ?? started[2]}>`)
    const ended = markEnd.exec(head)
    if (ended && isOpen(head.slice(0, ended.index), ended[2] ?? ended[3] ?? ''))
      put(ended.index, ended[0].length, `</${ended[2] ?? ended[3]}> `)
    start += line.length + 1
  }
  return edits
}

/** Whether the line before one without an item’s tag is an item. */
function isBeside(value: string, start: number): boolean {
  const before = value.slice(Math.max(0, start - 400), Math.max(0, start - 1))
  return /<\/?li[\s>]/.test(before.slice(before.lastIndexOf('\n') + 1))
}

/** Whether a line opens an element with this name and does not close it. */
function isOpen(line: string, name: string): boolean {
  const opened = Math.max(line.lastIndexOf(`<${name}>`), line.lastIndexOf(`<${name} `))
  return opened >= 0 && line.indexOf(`</${name}`, opened) < 0
}

/**
 * Whether letters at the end of a word are a remnant: without them it is a word of the text, and with them it is not.
 */
function isJoint(line: string, rest: string, count: (word: string) => number): boolean {
  const word = /(?<!\p{Ll})\p{Ll}*$/u.exec(line.slice(-48, line.length - rest.length))?.[0] ?? ''
  if (word === '' || rest.startsWith(' ')) return true
  const whole = /(?<!\p{L})\p{L}*$/u.exec(line.slice(-48).trimEnd())?.[0] ?? ''
  return count(whole.slice(0, -2)) > 0 && count(whole) < 2
}

function wordCounts(value: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of value.toLowerCase().matchAll(/\p{L}+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
