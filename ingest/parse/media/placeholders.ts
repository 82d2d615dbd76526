/** Placeholder files until a script sets an image: a single pixel, an empty image, a spinner. */
import {type FileName, fileName} from './file-name.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words that identify a placeholder. */
const PLACEHOLDER_WORDS = words(
  '1x1 blank dummy empty lazyload lazyloader loader loading placeholder preloader preloaderbig spacer spinner transparent',
)
/** Words that may accompany them; any other word describes an image. */
const NEUTRAL_WORDS = words(
  'bg big black data gif gray grey horizontal icon image img lazy load pixel small square vertical white',
)
/** Words that identify a placeholder if they are the whole name of a drawing. */
const WHOLE_NAMES = words('clear dot pixel t trans')

/** Whether the name of a file identifies it as a placeholder. */
export const isPlaceholder = (address: string): boolean => isPlaceholderName(fileName(address))

function isPlaceholderName({words: parts, extension}: FileName): boolean {
  if (!/^(?:gif|jpe?g|png|svg|webp)$/.test(extension)) return false
  if (parts.length === 1 && WHOLE_NAMES.has(parts[0] ?? '')) return /^(?:gif|png)$/.test(extension)
  return (
    parts.some((part) => PLACEHOLDER_WORDS.has(part)) &&
    parts.every(
      (part) => PLACEHOLDER_WORDS.has(part) || NEUTRAL_WORDS.has(part) || /^\d{1,4}(?:x\d{1,4})?$/.test(part),
    )
  )
}
