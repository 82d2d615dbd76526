/**
 * The state of tasks: editors write a checkbox, a role or a data attribute. It becomes a sign at the start of the text, as Pandoc writes it, so that every
 * reader of the article sees what is done.
 */
import type {Element, ElementContent, Text} from 'hast'
import {setText, tracedTextOf} from '../trace/attach.ts'
import {extentOf} from '../trace/extent.ts'
import {inserted, slice} from '../trace/traced-text.ts'
import {classesOf, isBlank, roleOf, textOf} from './hast.ts'

/** Whether a task is done. */
type TaskState = 'done' | 'open'

const SIGNS: Readonly<Record<TaskState, string>> = {done: '☑', open: '☐'}
/** A sign or its plain form that the text has already. */
const SIGNED = /^\s*(?:[☐☑☒✅✓✔✗❌]|\[[ xX]?\])/u

const NAMES: ReadonlyMap<string, TaskState> = new Map([
  ['checkbox-on', 'done'],
  ['checkbox-off', 'open'],
  ['list-item-checkbox-checked', 'done'],
  ['list-item-checkbox-unchecked', 'open'],
  ['to-do-children-checked', 'done'],
  ['to-do-children-unchecked', 'open'],
])

/** Put the sign of its state before the text of a task, in place; other elements are left alone. */
export function signTask(element: Element): void {
  const box = boxIn(element)
  const state = ownState(element) ?? (box && boxState(box.element))
  if (state === undefined) return
  const place = firstText(element)
  if (!place) return
  if (box) box.parent.children = box.parent.children.filter((child) => child !== box.element)
  const {text, parent, before} = place
  if (SIGNED.test(text.value)) return
  const traced = tracedTextOf(text)
  const at = traced.origin[0]?.start ?? 0
  const value = `${SIGNS[state]} `
  const extent = box && extentOf(box.element)
  const sign: Text = {type: 'text', value, ...(element.position && {position: element.position})}
  setText(
    sign,
    extent && extent.end <= at
      ? {value, origin: [{length: value.length, ...extent, copied: false}]}
      : inserted(value, at),
  )
  setText(text, slice(traced, text.value.length - text.value.trimStart().length))
  parent.children.splice(parent.children.indexOf(before), 0, sign)
}

/** The state that an item itself has, by data or role. */
function ownState(element: Element): TaskState | undefined {
  const checked = textOf(element, 'dataChecked')
  if (checked !== undefined) return checked === 'false' ? 'open' : 'done'
  const list = textOf(element, 'dataList')
  if (list === 'checked' || list === 'unchecked') return list === 'checked' ? 'done' : 'open'
  if (roleOf(element) === 'checkbox') {
    const value = textOf(element, 'ariaChecked')
    if (value !== undefined) return value === 'true' ? 'done' : 'open'
  }
  return stateByName(element)
}

function stateByName(element: Element): TaskState | undefined {
  for (const name of classesOf(element)) {
    const state = NAMES.get(name)
    if (state) return state
  }
  return undefined
}

interface Box {
  element: Element
  parent: Element
}

/** The checkbox before the text of an element: its first content, alone in wrappers or beside the text. */
function boxIn(element: Element): Box | undefined {
  let parent = element
  for (let depth = 0; depth < 4; depth++) {
    const first = parent.children.find((child) => !isBlank(child))
    if (first?.type !== 'element') return undefined
    if (isBox(first)) return {element: first, parent}
    if (!WRAPPERS.has(first.tagName)) return undefined
    parent = first
  }
  return undefined
}

const WRAPPERS = new Set('div label p span'.split(' '))

function isBox(element: Element): boolean {
  const {tagName, properties} = element
  if (tagName === 'input') return textOf(element, 'type')?.toLowerCase() === 'checkbox'
  if (tagName === 'en-todo') return true
  if (tagName === 'img') return textOf(element, 'ariaRoledescription') === 'checkbox'
  return properties.role !== undefined ? roleOf(element) === 'checkbox' : stateByName(element) !== undefined
}

function boxState(box: Element): TaskState {
  const {tagName, properties} = box
  if (tagName === 'img') return textOf(box, 'alt') === 'checked' ? 'done' : 'open'
  if (tagName === 'input') return isOn(properties.checked) ? 'done' : 'open'
  if (tagName === 'en-todo') return isOn(properties.checked) ? 'done' : 'open'
  return ownState(box) ?? 'open'
}

const isOn = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== false && value !== 'false'

interface FirstText {
  text: Text
  /** The block that the text is in, and its child that holds it: marks of the text are no marks of the sign. */
  parent: Element
  before: ElementContent
}

/** Elements that are a place for the sign of a task. */
const BLOCKS = new Set('dd div label li p td'.split(' '))

/** The first text with words, before any list inside the element. */
function firstText(element: Element): FirstText | undefined {
  const stack: {node: ElementContent; parent: Element; before: ElementContent}[] = []
  const add = (parent: Element, place: {parent: Element; before: ElementContent} | undefined): void => {
    for (const node of parent.children.toReversed()) stack.push({node, ...(place ?? {parent, before: node})})
  }
  add(element, undefined)
  for (let top = stack.pop(); top; top = stack.pop()) {
    const {node, parent, before} = top
    if (node.type === 'text' && node.value.trim() !== '') return {text: node, parent, before}
    if (node.type !== 'element') continue
    if (node.tagName === 'ul' || node.tagName === 'ol') return undefined
    add(node, BLOCKS.has(node.tagName) ? undefined : {parent, before})
  }
  return undefined
}
