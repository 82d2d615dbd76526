/** The words of an article as plain text. */

interface Spans {
  children?: {text?: string}[]
}
/** The part of a block that is compared. Figures and embeds are ignored, because the same story may have other pictures. */
export interface TextualBlock extends Spans {
  _type: string
  rows?: {cells?: {value?: Spans[]}[]}[]
  code?: string
}

const spansText = ({children = []}: Spans): string => children.map(({text = ''}) => text).join('')

/** The plain text of a body, with one line for each block and each row of a table. */
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
