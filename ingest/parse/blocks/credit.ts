/** The credit at the end of an image's caption: “A bridge in Bern. (Photo: A. One/AFP)”. */

/** Words that introduce a credit, at the start of the caption or after a mark. */
const CUE =
  /(?<=^|[\s([|–—-])(?:©|\(c\)(?=\s)|(?:(?:AFP|AP|EPA|Reuters) )?(?:photo(?:s|graphs?|graphies?)?|fotos?|fotograf(?:ie|ía|ia|o|in)?|images?|pictures?|bild(?:er|quelle|rechte|nachweis)?|cr[ée]dits?|créditos?|copyright|quelle|illustration)(?: (?:photo|image|credits?|by|courtesy of|von|par|de|di|courtesy))?\s?[:：/]|(?:photo|image|picture|photograph|illustration) (?:by|courtesy of)\s)/giu
/** News agencies and image libraries, as captions name them. */
const AGENCIES =
  /(?:^|[\s/|,(–-])(?:AFP|AP|AP Photo|Associated Press|Reuters|dpa|EPA|EFE|ANSA|Keystone|APA|PA (?:Media|Wire|Images)|Getty|Getty Images|Shutterstock|iStock|Alamy|Bloomberg|Xinhua|TASS|Unsplash|Pexels|Pixabay|Imago|Imago Images|Picture Alliance|Wikimedia Commons)[)\]]?\.?$/u
/** Words of a name, and those between two names. */
const NAME = /^[([]?(?:\p{Lu}|\p{Lo}|(?:via|and|de|der|di|du|for|of|van|von)$|[/|,–-]$)/u
/** Most words of a name with its agency, and of one that is the whole caption. */
const MAX_NAME_WORDS = 8
const MAX_WORDS_ALONE = 4

/** Longest credit, in characters, and in words. */
const MAX_LENGTH = 100
const MAX_WORDS = 12
/** A longer line below another is not a name. */
const MAX_LINE = 25
/** Two sentences in a row: the introduced text is not a name. */
const SENTENCES = /\p{L}{3}[.!?]\s+\p{Lu}\p{L}{0,20}\s+\p{Ll}/u

/** The range of the credit in a caption, without surrounding marks; undefined when there is none. */
export function creditIn(caption: string): {start: number; end: number} | undefined {
  const line = caption.lastIndexOf('\n') + 1
  const last = caption.slice(line).trim()
  // Alone it may be the person in the image, followed by the agency.
  if (namesAgency(last) && (line > 0 || last.split(/\s+/).length <= MAX_WORDS_ALONE))
    return trimmed(caption, line)
  for (const {index} of caption.matchAll(CUE)) {
    const rest = caption.slice(index)
    if (rest.length > MAX_LENGTH || rest.split(/\s+/).length > MAX_WORDS || SENTENCES.test(rest)) continue
    // A longer line below it is the caption, so this is no credit.
    if (rest.slice(rest.lastIndexOf('\n') + 1).length > MAX_LINE && rest.indexOf('\n') > MAX_LINE / 2)
      continue
    // The introduction must be followed by a name.
    if (!/[\p{L}\p{N}]{2}/u.test(rest.replace(CUE, ''))) return undefined
    return trimmed(caption, index)
  }
  return undefined
}

/** Whether a line is a name that ends with an agency: “A. One/AFP via Getty Images”. */
function namesAgency(line: string): boolean {
  if (line.length > MAX_LENGTH || !AGENCIES.test(line)) return false
  const words = line.split(/\s+/)
  return words.length <= MAX_NAME_WORDS && words.every((word) => NAME.test(word) || AGENCIES.test(word))
}

/** The range from there to the end, without surrounding space and brackets. */
function trimmed(caption: string, from: number): {start: number; end: number} {
  let [start, end] = [from, caption.length]
  while (
    start < end &&
    /[\s([]/.test(caption[start] ?? '') &&
    !/^\(c\)/i.test(caption.slice(start, start + 3))
  )
    start++
  while (end > start && /\s/.test(caption[end - 1] ?? '')) end--
  const isOpen = /[([]\s{0,3}$/.test(caption.slice(0, start))
  if (isOpen && /[)\]]$/.test(caption.slice(0, end))) end--
  return {start, end}
}
