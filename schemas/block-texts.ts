/** The texts of a block, as plain data: what similarity, reports and the Studio read of it. */
import type {BlockName, Stored, StoredBlock} from './body.ts'

/** What a text is in its block. The cells of a `row` are separated by tabs. */
export type TextRole = 'line' | 'row' | 'code' | 'caption' | 'credit' | 'alternative' | 'address'

/** One text of a block. */
export interface BlockText {
  role: TextRole
  text: string
}

/** A block of any type: a document may hold types that are not ours. */
export interface AnyBlock {
  _type: string
}

interface WithSpans {
  children?: {text?: string}[]
}

const lineOf = ({children = []}: WithSpans): string => children.map(({text = ''}) => text).join('')

const fieldText = (role: TextRole, text: string | undefined): BlockText[] => (text ? [{role, text}] : [])

const TEXTS: {[Name in BlockName]: (block: Stored<Name>) => BlockText[]} = {
  block: (block) => fieldText('line', lineOf(block)),
  table: ({caption, rows = []}) => [
    ...fieldText('caption', caption),
    ...rows.map(({cells = []}): BlockText => {
      const texts = cells.map(({value = []}) => value.map(lineOf).join(' '))
      return {role: 'row', text: texts.join('\t')}
    }),
  ],
  figure: ({alt, caption, credit, url}) => [
    ...fieldText('alternative', alt),
    ...fieldText('caption', caption),
    ...fieldText('credit', credit),
    ...fieldText('address', url),
  ],
  code: ({code}) => fieldText('code', code),
  latex: ({body}) => fieldText('code', body),
  embed: ({caption, url}) => [...fieldText('caption', caption), ...fieldText('address', url)],
  divider: () => [],
}

const isKnown = (block: AnyBlock): block is StoredBlock => Object.hasOwn(TEXTS, block._type)

function textsIn<Name extends BlockName>(name: Name, block: Stored<Name>): BlockText[] {
  return TEXTS[name](block)
}

/** The texts of a block in the order of its fields; empty for a type that is not ours. Missing fields have none. */
export function textsOf(block: AnyBlock): BlockText[] {
  return isKnown(block) ? textsIn(block._type, block) : []
}
