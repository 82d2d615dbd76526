/** Counting images, data attributes and font elements around sound text. */
import type {Operator} from './index.ts'

export const tracking: Operator = (html, random) =>
  html
    .replace(
      /<(p|h\d|li|td)>/g,
      (_, name: string) => `<${name} data-t="${Math.floor(random() * 1e6)}" dir="auto">`,
    )
    .replace(/<\/p>/g, (tag) =>
      random() < 0.4 ? `<img src="https://count.example.org/p.gif" width="1" height="1" alt="">${tag}` : tag,
    )
    .replace(/(<li[^>]*>)([^<]+)<\/li>/g, '$1<font color="#333333">$2</font></li>')
