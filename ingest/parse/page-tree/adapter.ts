/** Lets parse5 build hast itself, see https://parse5.js.org/interfaces/parse5.TreeAdapter.html. */
import {html as names, type TreeAdapter, type TreeAdapterTypeMap} from 'parse5'
import {
  attributesOf,
  isClosed,
  modeOf,
  namespaceOf,
  type ParsedChild,
  ParsedComment,
  ParsedDoctype,
  ParsedElement,
  type ParsedNode,
  type ParsedParent,
  ParsedRoot,
  ParsedText,
  parentOf,
  setMode,
  setParent,
} from './nodes.ts'
import {propertiesOf} from './properties.ts'

type HastMap = TreeAdapterTypeMap<
  ParsedNode,
  ParsedParent,
  ParsedChild,
  ParsedRoot,
  ParsedRoot,
  ParsedElement,
  ParsedComment,
  ParsedText,
  ParsedElement,
  ParsedDoctype
>

const {NS} = names

/** Children as the parser puts them: hast’s types of what may be where do not concern it. */
const childrenOf = (parent: ParsedParent): ParsedChild[] => parent.children as ParsedChild[]

function append(parent: ParsedParent, child: ParsedChild): void {
  childrenOf(parent).push(child)
  setParent(child, parent)
}

function detach(child: ParsedChild): void {
  const parent = parentOf(child)
  if (!parent) return
  const siblings = childrenOf(parent)
  siblings.splice(siblings.lastIndexOf(child), 1)
  setParent(child, undefined)
}

function insertBefore(parent: ParsedParent, child: ParsedChild, next: ParsedChild): void {
  const siblings = childrenOf(parent)
  siblings.splice(siblings.lastIndexOf(next), 0, child)
  setParent(child, parent)
}

export const adapter: TreeAdapter<HastMap> = {
  createDocument: () => new ParsedRoot(),
  createDocumentFragment: () => new ParsedRoot(),
  createElement: (tagName, namespace, attributes) =>
    new ParsedElement(tagName, namespace, attributes, namespace === NS.SVG),
  createCommentNode: (value) => new ParsedComment(value),
  createTextNode: (value) => new ParsedText(value),

  appendChild: append,
  insertBefore,
  detachNode: detach,
  insertText(parent, value) {
    const last = parent.children.at(-1)
    if (last?.type === 'text') last.value += value
    else append(parent, new ParsedText(value))
  },
  insertTextBefore(parent, value, next) {
    const siblings = childrenOf(parent)
    const before = siblings[siblings.lastIndexOf(next) - 1]
    if (before?.type === 'text') before.value += value
    else insertBefore(parent, new ParsedText(value), next)
  },
  adoptAttributes(element, attributes) {
    const own = attributesOf(element)
    const taken = new Set(own.map(({name}) => name))
    const more = attributes.filter(({name}) => !taken.has(name))
    own.push(...more)
    Object.assign(element.properties, propertiesOf(more, namespaceOf(element) === NS.SVG))
  },

  setTemplateContent(template, content) {
    template.content = content
  },
  getTemplateContent: (template) => template.content ?? new ParsedRoot(),
  setDocumentType(document) {
    const doctype = document.children.find((child) => child.type === 'doctype')
    if (!doctype) append(document, new ParsedDoctype())
  },
  setDocumentMode: setMode,
  getDocumentMode: modeOf,

  getParentNode: (node) => (node instanceof ParsedRoot ? null : (parentOf(node) ?? null)),
  getFirstChild: (parent) => childrenOf(parent)[0] ?? null,
  getChildNodes: childrenOf,
  getTagName: ({tagName}) => tagName,
  getNamespaceURI: (element) => namespaceOf(element) as ReturnType<typeof adapter.getNamespaceURI>,
  getAttrList: attributesOf,
  getTextNodeContent: ({value}) => value,
  getCommentNodeContent: ({value}) => value,
  getDocumentTypeNodeName: () => 'html',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',

  isTextNode: (node): node is ParsedText => node.type === 'text',
  isCommentNode: (node): node is ParsedComment => node.type === 'comment',
  isDocumentTypeNode: (node): node is ParsedDoctype => node.type === 'doctype',
  isElementNode: (node): node is ParsedElement => node.type === 'element',

  setNodeSourceCodeLocation(node, location) {
    if (!(node instanceof ParsedRoot)) node.place(location)
  },
  getNodeSourceCodeLocation(node) {
    if (node instanceof ParsedRoot || !node.position) return null
    return node.type === 'element' && isClosed(node) ? CLOSED : PLACED
  },
  updateNodeSourceCodeLocation(node, location) {
    if (!(node instanceof ParsedRoot)) node.extend(location)
  },
}

/** All that the parser asks of a location is whether there is one, and whether it has an end tag. */
const PLACED = {startLine: 0, startCol: 0, startOffset: 0, endLine: 0, endCol: 0, endOffset: 0}
const CLOSED = {...PLACED, endTag: PLACED}
