/** Who made a picture, where its caption ends with it: “A bridge in Bern. (Photo: A. One/AFP)”. */

/** Words that introduce it, at a beginning or after a mark. */
const CUE =
  /(?<=^|[\s([|–—-])(?:©|\(c\)(?=\s)|(?:(?:AFP|AP|EPA|Reuters) )?(?:photo(?:s|graphs?|graphies?)?|fotos?|fotograf(?:ie|ía|ia|o|in)?|images?|pictures?|bild(?:er|quelle|rechte|nachweis)?|cr[ée]dits?|créditos?|copyright|quelle|illustration)(?: (?:photo|image|credits?|by|courtesy of|von|par|de|di|courtesy))?\s?[:：/]|(?:photo|image|picture|photograph|illustration) (?:by|courtesy of)\s)/giu
/** Agencies and stocks of pictures, as captions name them. */
const AGENCIES =
  /(?:^|[\s/|,(–-])(?:AFP|AP|AP Photo|Associated Press|Reuters|dpa|EPA|EFE|ANSA|Keystone|APA|PA (?:Media|Wire|Images)|Getty|Getty Images|Shutterstock|iStock|Alamy|Bloomberg|Xinhua|TASS|Unsplash|Pexels|Pixabay|Imago|Imago Images|Picture Alliance|Wikimedia Commons)[)\]]?\.?$/u
/** Words of a name, and those between two names. */
const NAME = /^[([]?(?:\p{Lu}|\p{Lo}|(?:via|and|de|der|di|du|for|of|van|von)$|[/|,–-]$)/u
/** So many of them; and where they are the whole caption. */
const MOST_OF_NAME = 8
const MOST_ALONE = 4

/** Longest credit, in characters, and in words. */
const LONGEST = 100
const MOST_WORDS = 12
/** A line under another that is longer is no name. */
const LINE = 25
/** A sentence that goes on after another: what was introduced is no name. */
const SENTENCES = /\p{L}{3}[.!?]\s+\p{Lu}\p{L}{0,20}\s+\p{Ll}/u

/** Where the credit stands in a caption, marks round it not counted; undefined where it has none. */
export function creditIn(caption: string): {start: number; end: number} | undefined {
  const line = caption.lastIndexOf('\n') + 1
  const last = caption.slice(line).trim()
  // Alone it may be who is shown, with the agency behind.
  if (namesAgency(last) && (line > 0 || last.split(/\s+/).length <= MOST_ALONE)) return trimmed(caption, line)
  for (const {index} of caption.matchAll(CUE)) {
    const rest = caption.slice(index)
    if (rest.length > LONGEST || rest.split(/\s+/).length > MOST_WORDS || SENTENCES.test(rest)) continue
    // What stands under it is the caption.
    if (rest.slice(rest.lastIndexOf('\n') + 1).length > LINE && rest.indexOf('\n') > LINE / 2) continue
    // Something must follow what introduces it.
    if (!/[\p{L}\p{N}]{2}/u.test(rest.replace(CUE, ''))) return undefined
    return trimmed(caption, index)
  }
  return undefined
}

/** A line that is a name, the last of which is an agency's: “A. One/AFP via Getty Images”. */
function namesAgency(line: string): boolean {
  if (line.length > LONGEST || !AGENCIES.test(line)) return false
  const words = line.split(/\s+/)
  return words.length <= MOST_OF_NAME && words.every((word) => NAME.test(word) || AGENCIES.test(word))
}

/** From there to the end; a bracket that opens before it closes after it. */
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
