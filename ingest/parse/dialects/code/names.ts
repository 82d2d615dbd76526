/** Classes of the parts of highlighted code. */

/** A line; in a `pre`, or where all that is in an element are such lines. */
export const CODE_LINE =
  /^(?:ql-code-block|crayon-line|CodeMirror-line|cm-line|view-line|ace_line|(?:code|source)[-_]line|hljs-ln-line|blob-code-inner|js-file-line|slate-code_line|ec-line|token-line|highlight-line)$/
/** A line in highlighted code; elsewhere it may be one of verse. */
export const LINE_IN_CODE = /^line$/
/** Numbers of lines. */
export const NUMBERS =
  /^(?:blob-num|code-line-number|crayon-nums?(?:-content)?|gl|gutter|hljs-ln-n(?:umbers)?|line-?no|line-?nos?|line-?numbers?(?:-rows)?|linenodiv|linenos?|linenumbers?|ln|lnt|react-syntax-highlighter-line-number|rouge-gutter)$/i
/** A cell with code, or a block with it. */
export const CODE_CELL = /^(?:blob-code|code|crayon-code|hljs-ln-code|lntd|rouge-code)$/
/** Elements that hold highlighted code. */
export const HIGHLIGHTED =
  /^(?:code(?:-?(?:block|hilite|wrapper|snippet|toolbar|example))?|codehilite|crayon-(?:main|syntax|table)|dp-highlighter|gist(?:-file)?|hljs(?:-ln)?|highlight(?:er-rouge|table)?|js-file-line-container|lntable|rouge-table|source(?:code)?|syntaxhighlighter|syntax|wp-block-code|ql-code-block-container)$/
/** Lists whose items are lines. */
export const LINE_LIST = /^(?:linenums|dp-[a-z]{1,12}|hljs-line-numbers|code-lines?|line-?numbers?)$/
/** Buttons and credits of code. */
export const EXTRAS =
  /^(?:code-(?:copy|header-copy)|copy(?:-?(?:btn|button|code(?:-button)?))?|clipboard(?:-copy)?|gist-meta|toolbar|view-raw)$/
