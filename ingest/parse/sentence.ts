/** Where a text ends: in a sentence, or in what announces the next thing. */

/** Closing quotes and brackets, and marks of notes, after a sentence's stop. */
const CLOSERS = /(?:["'”’»)\]\s]|\[(?:\d{1,3}|[a-z]|edit)\]){1,160}$/u

/** A text without its closing marks; only its end is looked at, however long it is. */
export const withoutClosers = (text: string): string => text.slice(-160).replace(CLOSERS, '')

/** In Greek, a semicolon asks. */
const STOP = /[.!?…。！？؟।॥։]$|\p{Script=Greek}[;\u{37e}]$/u

/** Whether a text ends as a sentence does, closing quotes and brackets aside. */
export const endsSentence = (text: string): boolean => STOP.test(withoutClosers(text))

/** Whether a text ends by announcing what follows. */
export const endsLeadIn = (text: string): boolean => /[:：]$/u.test(withoutClosers(text))
