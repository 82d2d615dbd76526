/** What a block holds, as one string to make its key from: what it is, and the keys of its parts, made from theirs. */
import type {BodyBlock} from '../../../schemas/body.ts'

const keysOf = (parts: readonly {_key: string}[]): string => parts.map((part) => part._key).join()

export function contentOf(block: BodyBlock): string {
  switch (block._type) {
    case 'block': {
      const {style, listItem = '', level = 0, children, markDefs} = block
      return `${style} ${listItem} ${level} ${keysOf(children)} ${keysOf(markDefs)}`
    }
    case 'table': {
      const {caption = '', headerRows, headerColumns = 0, alignment = [], rows} = block
      return `table ${headerRows} ${headerColumns} ${alignment.join()} ${keysOf(rows)} ${caption}`
    }
    case 'figure':
    case 'code':
    case 'embed':
    case 'divider':
      return JSON.stringify(block)
  }
}
