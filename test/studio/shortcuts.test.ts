import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, it} from 'vitest'
import {isPressed} from '../../studio/shortcuts/is-pressed.ts'
import {sheetOf} from '../../studio/shortcuts/sheet.ts'
import {SECTION_TITLES, SHORTCUTS} from '../../studio/shortcuts/shortcuts.ts'
import type {Shortcut} from '../../studio/shortcuts/types.ts'
import {filesIn, ROOT} from '../house/import-graph.ts'

const all: readonly Shortcut[] = Object.values(SHORTCUTS)
const sheet = sheetOf(all, SECTION_TITLES)

const event = (code: string, key: string, modifiers = '') => ({
  code,
  key,
  ctrlKey: modifiers.includes('c'),
  altKey: modifiers.includes('a'),
  shiftKey: modifiers.includes('s'),
  metaKey: modifiers.includes('m'),
})

describe('the sheet', () => {
  it('lists the keys of every shortcut beside what it does', () => {
    for (const {section, keys, does} of all) {
      const lines = sheet.find(({title}) => title === SECTION_TITLES[section])?.lines ?? []
      const line = lines.find((one) => one.does === does)
      expect(line?.keys).toEqual(expect.arrayContaining(keys.split('+')))
    }
  })

  it('puts shortcuts with the same description on one line', () => {
    const text = sheet.find(({title}) => title === SECTION_TITLES.text)
    expect(text?.lines.filter(({does}) => does.includes('heading'))).toEqual([
      {keys: ['Ctrl', 'Alt', '2', '3', '4'], does: 'Make it a heading of level 2, 3 or 4'},
    ])
  })

  it('is the only place that names keys', () => {
    const named =
      /\b(?:key|code) ?[!=]== ?'(?:Arrow\w+|Key[A-Z]|Digit\d|Enter|Tab|Escape|Delete|.)'|shortcut: '/
    const files = filesIn('studio').filter((file) => !file.startsWith('studio/shortcuts/'))
    expect(files.filter((file) => named.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([])
    expect(named.test("if (event.key === 'Enter') go()")).toBe(true)
  })

  it('lists no shortcut that nothing answers to', () => {
    const code = filesIn('studio').map((file) => readFileSync(join(ROOT, file), 'utf8'))
    const unused = Object.keys(SHORTCUTS).filter(
      (name) => !code.some((text) => new RegExp(`\\bSHORTCUTS\\.${name}\\b`).test(text)),
    )
    // The browser opens a link on Enter.
    expect(unused).toEqual(['openRow'])
  })

  it('uses no combination twice in one section', () => {
    const used = all.map(({section, keys}) => `${section} ${keys}`)
    expect(new Set(used).size).toBe(used.length)
  })
})

describe('isPressed', () => {
  it('compares letters and digits by their place on the keyboard', () => {
    expect(isPressed(SHORTCUTS.splitRow, event('KeyS', 'ß', 'ca'))).toBe(true)
    expect(isPressed(SHORTCUTS.numbered, event('Digit7', '/', 'cs'))).toBe(true)
    expect(isPressed(SHORTCUTS.splitRow, event('KeyX', 's', 'ca'))).toBe(false)
  })

  it('wants these modifiers and no others', () => {
    expect(isPressed(SHORTCUTS.splitRow, event('KeyS', 's', 'c'))).toBe(false)
    expect(isPressed(SHORTCUTS.splitRow, event('KeyS', 's', 'cas'))).toBe(false)
    expect(isPressed(SHORTCUTS.nextRow, event('ArrowDown', 'ArrowDown', 's'))).toBe(false)
  })

  it('takes ⌘ for Ctrl', () => {
    expect(isPressed(SHORTCUTS.undo, event('KeyZ', 'z', 'm'))).toBe(true)
    expect(isPressed(SHORTCUTS.redo, event('KeyZ', 'z', 'ms'))).toBe(true)
  })

  it('does not care how a question mark is typed', () => {
    expect(isPressed(SHORTCUTS.help, event('Minus', '?', 's'))).toBe(true)
    expect(isPressed(SHORTCUTS.help, event('Comma', '?'))).toBe(true)
    expect(isPressed(SHORTCUTS.help, event('Minus', '?', 'c'))).toBe(false)
  })
})
