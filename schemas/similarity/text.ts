/** The words of an article, as plain text. */

interface Spans {
  children?: {text?: string}[]
}
/** What is read of a block; figures and embeds are left out: the same story is told with other pictures. */
export interface TextualBlock extends Spans {
  _type: string
  rows?: {cells?: {value?: Spans[]}[]}[]
  code?: string
}

const spansText = ({children = []}: Spans): string => children.map(({text = ''}) => text).join('')

/** A line for each block, and for each row of a table. */
export function plainTextOf(body: readonly TextualBlock[]): string {
  return body
    .flatMap((block): string[] => {
      if (block._type === 'table')
        return (block.rows ?? []).map(({cells = []}) =>
          cells.map(({value = []}) => value.map(spansText).join(' ')).join(' '),
        )
      return [block.code ?? spansText(block)]
    })
    .join('\n')
}
