/** Articles of any size for measurements, the same in each run. */
import {readFileSync} from 'node:fs'

/** The words of a language, what separates them, and how a sentence ends. */
interface Vocabulary {
  words: readonly string[]
  space: string
  end: string
}

const words = (text: string, space = ' ', end = '.'): Vocabulary => ({words: text.split(' '), space, end})

/** A language in ASCII, one that is mostly ASCII, one in another alphabet, and one without spaces. */
export const languages = {
  English: words(
    'the council voted on a plan that would move most of its buses to the river line before winter while the unions asked for more time',
  ),
  German: words(
    'der Rat stimmte über einen Plan ab der die meisten Busse vor dem Winter auf die Linie am Fluss verlegen würde während die Gewerkschaften mehr Zeit für Gespräche und größere Züge verlangten',
  ),
  Russian: words(
    'совет проголосовал за план который до зимы переведёт большинство автобусов на линию у реки пока профсоюзы просят дать им больше времени',
  ),
  Chinese: words(
    '市议会 投票 通过 一项 计划 将 大部分 公交车 在 冬季 之前 移到 河边 线路 而 工会 要求 更多 的 时间 进行 谈判',
    '',
    '。',
  ),
} satisfies Record<string, Vocabulary>

/** The languages of articles. */
export type Language = keyof typeof languages

/** A clean article with links, marks, headings, lists and a few tables. `size` is in bytes of UTF-8. */
export function cleanArticle(size: number, language: Language = 'English'): string {
  const {words, space, end} = languages[language]
  let seed = 7
  const next = (limit: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % limit
  }
  const title = (length: number): string => {
    const text = Array.from({length}, () => words[next(words.length)]).join(space)
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  }
  const sentence = (length: number): string => `${title(length)}${end}`
  const parts = [`<h1>${title(7)}</h1>`]
  let length = 0
  for (let index = 0; length < size; index++) {
    const kind = index % 12
    let part = `<p>${sentence(18)} ${sentence(14)} <a href="https://example.com/${index}">${sentence(3)}</a> ${sentence(16)} <em>${sentence(4)}</em> ${sentence(20)}</p>`
    if (kind === 3) part = `<h2>${title(6)}</h2>`
    if (kind === 7)
      part = `<ul>${Array.from({length: 4}, () => `<li><strong>${sentence(2)}</strong> ${sentence(12)}</li>`).join('')}</ul>`
    if (index % 60 === 30) {
      const row = (cell: 'td' | 'th') =>
        `<tr>${Array.from({length: 4}, () => `<${cell}>${sentence(3)}</${cell}>`).join('')}</tr>`
      part = `<table><thead>${row('th')}</thead><tbody>${row('td')}${row('td')}${row('td')}</tbody></table>`
    }
    parts.push(part)
    length += Buffer.byteLength(part) + 1
  }
  return parts.join('\n')
}

const scrape = readFileSync(new URL('../../app/sample/article.txt', import.meta.url), 'utf8')

/** The bundled scrape repeated, each time with different names, so that no block is a copy of another. */
export function damagedArticle(size: number): string {
  const parts: string[] = []
  for (let index = 0, length = 0; length < size; index++) {
    const copy = scrape.replaceAll(/\b[A-Z][a-z]{4,}\b/g, (word) => `${word}${index}`)
    parts.push(copy)
    length += copy.length + 1
  }
  return parts.join('\n')
}
