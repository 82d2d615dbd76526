/**
 * hast nodes as the parser builds them. Data for the parser (the parent, the original attributes, whether there was an end tag)
 * is private to the node, so that all other code sees and copies plain hast.
 */
import type {Comment, Doctype, Element, ElementContent, Properties, Root, RootContent, Text} from 'hast'
import {html as names, type Token} from 'parse5'
import type {Point, Position} from 'unist'
import {propertiesOf} from './properties.ts'

type Location = Token.Location

const positionOf = ({startLine, startCol, startOffset, endLine, endCol, endOffset}: Location): Position => ({
  start: {line: startLine, column: startCol, offset: startOffset},
  end: {line: endLine, column: endCol, offset: endOffset},
})

const {DOCUMENT_MODE} = names
type Mode = names.DOCUMENT_MODE

/** A document, or the content of a template. */
export class ParsedRoot implements Root {
  readonly type = 'root'
  children: RootContent[] = []
  data = {quirksMode: false}
  declare position?: Position
  #mode: Mode = DOCUMENT_MODE.NO_QUIRKS

  static modeOf = (root: ParsedRoot): Mode => root.#mode
  static setMode(root: ParsedRoot, mode: Mode): void {
    root.#mode = mode
    root.data.quirksMode = mode !== DOCUMENT_MODE.NO_QUIRKS
  }
}

/** Access to the private document mode of a root. */
export const {modeOf, setMode} = ParsedRoot

abstract class Child {
  declare position?: Position
  #parent: ParsedParent | undefined

  static parentOf = (node: Child): ParsedParent | undefined => node.#parent
  static setParent(node: Child, parent: ParsedParent | undefined): void {
    node.#parent = parent
  }

  place(location: Location | null): void {
    if (location) this.position = positionOf(location)
  }

  /** Where the node ends, now that the parser knows it. */
  extend({endLine, endCol, endOffset}: Partial<Location>): void {
    if (!this.position || endLine === undefined || endCol === undefined || endOffset === undefined) return
    this.position.end = {line: endLine, column: endCol, offset: endOffset}
  }
}

/** Access to the private parent of a node. */
export const {parentOf, setParent} = Child

/** An element; its position grows when the parser finds the end tag. */
export class ParsedElement extends Child implements Element {
  readonly type = 'element'
  tagName: string
  properties: Properties
  children: ElementContent[] = []
  declare content?: ParsedRoot
  #namespace: string
  #attributes: Token.Attribute[]
  #isClosed = false
  /** Where the start tag of a template ends. */
  #inside: Point | undefined

  constructor(tagName: string, namespace: string, attributes: Token.Attribute[], isSvg: boolean) {
    super()
    this.tagName = tagName
    this.properties = propertiesOf(attributes, isSvg)
    this.#namespace = namespace
    this.#attributes = attributes
  }

  static namespaceOf = (element: ParsedElement): string => element.#namespace
  static attributesOf = (element: ParsedElement): Token.Attribute[] => element.#attributes
  /** Whether its own end tag closes it. */
  static isClosed = (element: ParsedElement): boolean => element.#isClosed

  override place(location: Location | null): void {
    super.place(location)
    if (this.content) this.#inside = this.position?.end
  }

  override extend(location: Partial<Token.ElementLocation>): void {
    super.extend(location)
    const {endTag} = location
    if (!endTag) return
    this.#isClosed = true
    if (this.content && this.#inside)
      this.content.position = {start: this.#inside, end: positionOf(endTag).start}
  }
}

/** Access to the private properties of an element. */
export const {namespaceOf, attributesOf, isClosed} = ParsedElement

/** Text; the parser appends to it. */
export class ParsedText extends Child implements Text {
  readonly type = 'text'
  value: string
  constructor(value: string) {
    super()
    this.value = value
  }

  /** The parser gives a text piece by piece. */
  override extend({endLine = 0, endCol = 0, endOffset = 0}: Partial<Location>): void {
    if (!this.position) return
    const {end} = this.position
    end.line = endLine
    end.column = endCol
    end.offset = endOffset
  }
}

/** A comment. */
export class ParsedComment extends Child implements Comment {
  readonly type = 'comment'
  value: string
  constructor(value: string) {
    super()
    this.value = value
  }
}

/** A doctype. */
export class ParsedDoctype extends Child implements Doctype {
  readonly type = 'doctype'
}

/** A node that can have children. */
export type ParsedParent = ParsedRoot | ParsedElement
/** A node that can have a parent. */
export type ParsedChild = ParsedElement | ParsedText | ParsedComment | ParsedDoctype
/** Any node that the parser builds. */
export type ParsedNode = ParsedParent | ParsedChild
