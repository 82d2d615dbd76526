/** Everything escaped, once to thrice. */
import type {Operator} from './index.ts'

export const escaped: Operator = (html, random) => {
  let result = html
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--)
    result = result.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  return result
}
