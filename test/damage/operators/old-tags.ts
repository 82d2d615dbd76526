/** Tags in capitals, with attributes in capitals and without quotation marks, as the editors of the nineties wrote them. */
import type {Operator} from './index.ts'

export const oldTags: Operator = (html, random) =>
  html.replace(/<(\/?)(\w+)>/g, (_, slash: string, name: string) =>
    slash || random() < 0.4
      ? `<${slash}${name.toUpperCase()}>`
      : `<${name.toUpperCase()} ALIGN=left STYLE='margin:0' CLASS=MsoNormal>`,
  )
