/** Files that stand for an image until a script puts it there: one pixel, an empty picture, a wheel that turns. */
import {type FileName, fileName} from './file-name.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** One of them says it. */
const SAYING = words(
  '1x1 blank dummy empty lazyload lazyloader loader loading placeholder preloader preloaderbig spacer spinner transparent',
)
/** Others may stand beside it; any other word is of what an image shows. */
const BESIDE = words(
  'bg big black data gif gray grey horizontal icon image img lazy load pixel small square vertical white',
)
/** These say it where they are the whole name of a file in a format for drawings. */
const ALONE = words('clear dot pixel t trans')

/** Whether the file that an address names is a placeholder by its name. */
export const isPlaceholder = (address: string): boolean => isPlaceholderName(fileName(address))

function isPlaceholderName({words: parts, extension}: FileName): boolean {
  if (!/^(?:gif|jpe?g|png|svg|webp)$/.test(extension)) return false
  if (parts.length === 1 && ALONE.has(parts[0] ?? '')) return /^(?:gif|png)$/.test(extension)
  return (
    parts.some((part) => SAYING.has(part)) &&
    parts.every((part) => SAYING.has(part) || BESIDE.has(part) || /^\d{1,4}(?:x\d{1,4})?$/.test(part))
  )
}
