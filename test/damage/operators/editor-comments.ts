/** Comments that a block editor keeps its settings in, and empty paragraphs between blocks. */
import type {Operator} from './index.ts'

export const editorComments: Operator = (html, random) =>
  html.replace(/<(p|h\d|table)>(.*?)<\/\1>/gs, (whole, name: string) => {
    const kind = name === 'p' ? 'paragraph' : name === 'table' ? 'table' : 'heading {"level":2}'
    const empty = random() < 0.3 ? '<p>&nbsp;</p>' : ''
    return `<!-- wp:${kind} -->\n${whole}\n<!-- /wp:${kind.split(' ')[0]} -->\n${empty}`
  })
