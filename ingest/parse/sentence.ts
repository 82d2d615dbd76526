/** Where a text ends: in a sentence, or in what announces the next thing. */

/** A closing quote or bracket, or white space, after a sentence's stop. */
const CLOSER = /["'”’»)\]\s]/u
/** The mark of a note, at the end. */
const NOTE = /\[(?:\d{1,3}|[a-z]|edit)\]$/u
/** Length of the longest mark of a note, in characters. */
const MAX_NOTE = '[edit]'.length

/** The end of a text, at most 160 characters, without its closing marks. */
export function withoutClosers(text: string): string {
  const tail = text.slice(-160)
  let end = tail.length
  for (;;) {
    const last = tail.charAt(end - 1)
    if (!CLOSER.test(last)) return tail.slice(0, end)
    const note = last === ']' ? NOTE.exec(tail.slice(Math.max(0, end - MAX_NOTE), end)) : null
    end -= note ? note[0].length : 1
  }
}

/** In Greek, a semicolon asks. */
const STOP = /[.!?…。！？؟।॥։]$|\p{Script=Greek}[;\u{37e}]$/u

/** Whether a text ends as a sentence does, closing quotes and brackets aside. */
export const endsSentence = (text: string): boolean => STOP.test(withoutClosers(text))

/** Whether a text ends by announcing what follows. */
export const endsLeadIn = (text: string): boolean => /[:：]$/u.test(withoutClosers(text))
