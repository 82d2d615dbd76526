/** The content of a block as one string, which its key is made from. */
import type {BodyBlock} from '../../../schemas/body.ts'

const keysOf = (parts: readonly {_key: string}[]): string => parts.map((part) => part._key).join()

/** The type, the fields and the keys of the parts of a block. */
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
    case 'latex':
    case 'embed':
    case 'divider':
      return JSON.stringify(block)
  }
}
