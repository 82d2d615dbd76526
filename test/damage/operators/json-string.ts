/** A field of JSON that was never decoded. */
import type {Operator} from './index.ts'

export const jsonString: Operator = (html, random) => {
  const string = JSON.stringify(html).slice(1, -1)
  return random() < 0.5 ? string.replaceAll('/', '\\/') : string
}
