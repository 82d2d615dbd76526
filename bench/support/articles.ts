/** Articles of any size to measure with, the same on each run. */
import {readFileSync} from 'node:fs'

/** Prose with what articles have: links, marks, headings, lists, a table now and then. */
export function cleanArticle(size: number): string {
  const words =
    'the council voted on a plan that would move most of its buses to the river line before winter while the unions asked for more time'.split(
      ' ',
    )
  let seed = 7
  const next = (limit: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % limit
  }
  const sentence = (length: number): string => {
    const text = Array.from({length}, () => words[next(words.length)]).join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  const parts = [`<h1>${sentence(7).slice(0, -1)}</h1>`]
  let length = 0
  for (let index = 0; length < size; index++) {
    const kind = index % 12
    let part = `<p>${sentence(18)} ${sentence(14)} <a href="https://example.com/${index}">${sentence(3)}</a> ${sentence(16)} <em>${sentence(4)}</em> ${sentence(20)}</p>`
    if (kind === 3) part = `<h2>${sentence(6).slice(0, -1)}</h2>`
    if (kind === 7)
      part = `<ul>${Array.from({length: 4}, () => `<li><strong>${sentence(2)}</strong> ${sentence(12)}</li>`).join('')}</ul>`
    if (index % 60 === 30) {
      const row = (cell: 'td' | 'th') =>
        `<tr>${Array.from({length: 4}, () => `<${cell}>${sentence(3)}</${cell}>`).join('')}</tr>`
      part = `<table><thead>${row('th')}</thead><tbody>${row('td')}${row('td')}${row('td')}</tbody></table>`
    }
    parts.push(part)
    length += part.length + 1
  }
  return parts.join('\n')
}

const scrape = readFileSync(new URL('../../ingest/sample/article.txt', import.meta.url), 'utf8')

/** The bundled scrape over and over, each time with other names, so that no block is another's copy. */
export function damagedArticle(size: number): string {
  const parts: string[] = []
  for (let index = 0, length = 0; length < size; index++) {
    const copy = scrape.replaceAll(/\b[A-Z][a-z]{4,}\b/g, (word) => `${word}${index}`)
    parts.push(copy)
    length += copy.length + 1
  }
  return parts.join('\n')
}
