/** The language of code, from the places where highlighters, editors and converters write it. */
import type {Element} from 'hast'
import {classesOf, textOf} from '../hast.ts'

/** Languages that a class may name without a prefix; a bare class of another name says nothing. */
const KNOWN = new Set(
  (
    'abap ada apache applescript arduino asm awk bash basic bat batch c clojure cmake cobol coffee coffeescript cpp crystal cs csharp css csv ' +
    'cuda d dart delphi diff django docker dockerfile elixir elm erl erlang fortran fsharp git go golang gradle graphql groovy haml haskell hcl hs html http ' +
    'ini java javascript js json json5 jsx julia kotlin kt latex less lisp lua make makefile markdown matlab md mysql nasm nginx nim nix objc objectivec ' +
    'ocaml pascal perl pgsql php pl plsql postgresql powershell prolog properties protobuf ps1 puppet py python r rb ruby rs rust sass scala scheme scss sh ' +
    'shell sol solidity sql swift tcl terraform tex toml ts tsql tsx twig typescript vb vba vbnet verilog vhdl vim vue wasm xml yaml yml zig zsh'
  ).split(' '),
)

/** Pattern of a language's name. */
const NAME = /^[A-Za-z][\w#+.-]{0,29}$/
/** Names that say that there is none. */
const NONE = new Set(
  'auto code default none no-highlight nohighlight plain plaintext text txt undefined'.split(' '),
)

/** Classes with a prefix: `language-js`, `lang-js`, `highlight-source-js`, `sh_javascript`, `brush:js`, `lang:js`. */
const PREFIXED =
  /^(lang(?:uage)?-|highlight-source-|highlight-text-|highlight-|sh_|brush:|lang:|code-lang-)([\w#+.-]{1,30})$/
/** Ends that names of GitHub have: `highlight-text-html-basic`. */
const ENDS = /-(?:basic|xml)$/
/** Classes of an element whose other classes may be the bare name of a language. */
const HIGHLIGHTERS =
  /^(?:brush|code|enlighterjsraw|highlight|highlighted?|hljs|numbersource|prettyprint|programlisting|shiki|sourcecode|syntaxhighlighter)$/i

/** Attributes that name a language. */
const ATTRIBUTES = [
  'dataLanguage',
  'dataLang',
  'dataEnlighterLanguage',
  'dataCodeLanguage',
  'dataSlateLang',
  'dataProgrammingLanguage',
] as const

/** What a class or attribute names, as the class name `language-…` gives it; undefined if it is no language. */
function languageIn(name: string | undefined, onlyKnown = false): string | undefined {
  if (name === undefined) return undefined
  const written = name.replace(ENDS, '')
  if (onlyKnown ? !KNOWN.has(written.toLowerCase()) : !NAME.test(written)) return undefined
  return NONE.has(written.toLowerCase()) ? undefined : written
}

/** The language that one element names. `isCode` for `pre` and `code`, whose bare classes count. */
export function languageOf(element: Element, isCode: boolean): string | undefined {
  for (const name of ATTRIBUTES) {
    // Of another element it may be the language of its words.
    const found = languageIn(textOf(element, name), !isCode)
    if (found) return found
  }
  const classes = classesOf(element)
  for (const [index, name] of classes.entries()) {
    const [, prefix, rest] = PREFIXED.exec(name) ?? []
    const next = /^(?:brush|lang):$/.test(name) ? classes[index + 1]?.replace(/;$/, '') : undefined
    const found = languageIn(rest ?? next, prefix === 'highlight-')
    if (found) return found
  }
  const parameters = /(?:^|;)\s{0,9}brush:\s{0,9}([\w#+.-]{1,30})/.exec(
    textOf(element, 'dataSyntaxhighlighterParams') ?? classes.join(' '),
  )
  const brush = languageIn(parameters?.[1])
  if (brush) return brush
  if (element.tagName === 'pre') {
    const lang = textOf(element, 'lang')
    if (lang !== undefined && KNOWN.has(lang.toLowerCase())) return lang
  }
  if (!isCode && !classes.some((name) => HIGHLIGHTERS.test(name))) return undefined
  return classes.find((name) => KNOWN.has(name.toLowerCase()))
}
