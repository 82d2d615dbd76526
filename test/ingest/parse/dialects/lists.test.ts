import {describe, expect, it} from 'vitest'
import {codesOf, linesOf} from '../support/walk.ts'

const cases: [what: string, html: string, lines: string[]][] = [
  [
    'Quill 2: kinds in data-list, levels in classes',
    '<ol><li data-list="bullet"><span class="ql-ui"></span>Boats</li><li data-list="ordered" class="ql-indent-1">Heron</li><li data-list="ordered" class="ql-indent-1">Tern</li><li data-list="bullet">Piers</li></ol>',
    ['• Boats', '  1. Heron', '  1. Tern', '• Piers'],
  ],
  [
    'Quill 1: levels only, over two lists',
    '<ul><li>Boats</li></ul><ol><li class="ql-indent-1">Heron</li><li class="ql-indent-2">Her crew</li></ol><ul><li>Piers</li></ul>',
    ['• Boats', '  1. Heron', '    1. Her crew', '• Piers'],
  ],
  [
    'two kinds at one level are two lists',
    '<ol><li data-list="bullet">Boats</li><li data-list="ordered">Heron</li></ol>',
    ['• Boats', '1. Heron'],
  ],
  [
    'Draft.js: depths in classes',
    '<ul><li class="public-DraftStyleDefault-unorderedListItem public-DraftStyleDefault-depth0">Boats</li><li class="public-DraftStyleDefault-depth1">Heron</li></ul>',
    ['• Boats', '  • Heron'],
  ],
  [
    'Google Docs as a page: a list for each level',
    '<ul class="lst-kix_ab1-0"><li>Boats</li></ul><ul class="lst-kix_ab1-1"><li>Heron</li><li>Tern</li></ul><ul class="lst-kix_ab1-0"><li>Piers</li></ul>',
    ['• Boats', '  • Heron', '  • Tern', '• Piers'],
  ],
  [
    'Word for the web: a list and a level for each item',
    '<ul><li data-aria-level="1"><p>Boats</p></li></ul><ul><li data-aria-level="2"><p>Heron</p></li></ul>',
    ['• Boats', '  • Heron'],
  ],
  [
    'BlockNote: blocks in blocks',
    '<div class="bn-block-group"><div data-node-type="blockOuter"><div><div data-content-type="bulletListItem"><p>Boats</p></div><div class="bn-block-group"><div data-node-type="blockOuter"><div><div data-content-type="numberedListItem"><p>Heron</p></div></div></div></div></div></div></div><p>After it.</p>',
    ['• Boats', '  1. Heron', 'After it.'],
  ],
  [
    'Plate: indented paragraphs',
    '<div data-slate-type="p" data-slate-indent="1" data-slate-list-style-type="disc">Boats</div><div data-slate-type="p" data-slate-indent="2" data-slate-list-style-type="decimal">Heron</div><div data-slate-type="p">After it.</div>',
    ['• Boats', '  1. Heron', 'After it.'],
  ],
  [
    'a nested list keeps its nesting, whatever its items say',
    '<ul><li data-aria-level="1">Boats<ul><li data-aria-level="2">Heron</li></ul></li></ul>',
    ['• Boats', '  • Heron'],
  ],
  [
    'a disclosure in an item',
    '<ul><li><details><summary>Boats</summary><p>Heron and Tern.</p></details></li></ul>',
    ['• Boats', '  • Heron and Tern.'],
  ],
  [
    'descriptions without terms',
    '<dl><dd>The boat left.</dd><dd>Nobody spoke.</dd></dl>',
    ['The boat left.', 'Nobody spoke.'],
  ],
]

describe('lists in the ways of editors', () => {
  it.each(cases)('%s', (_, html, lines) => expect(linesOf(html)).toEqual(lines))
})

describe('numbers that the article cannot keep are reported', () => {
  it.each([
    ['a start by the first item', '<ol><li value="3">Heron</li><li>Tern</li></ol>', 'list-start'],
    ['a jump', '<ol><li>Heron</li><li value="5">Tern</li></ol>', 'list-renumbered'],
    ['letters', '<ol type="a"><li>Heron</li><li>Tern</li></ol>', 'list-renumbered'],
    ['a countdown', '<ol reversed><li>Heron</li><li>Tern</li></ol>', 'list-renumbered'],
    [
      'an item that a table breaks off',
      '<ol><li>Heron<table><tr><td>1</td><td>2</td></tr></table></li><li>Tern</li></ol>',
      'list-renumbered',
    ],
  ])('%s', (_, html, code) => expect(codesOf(`<p>The boats of the quay.</p>${html}`)).toContain(code))

  it.each([
    ['numbers in order', '<ol><li value="1">Heron</li><li value="2">Tern</li></ol>'],
    ['digits', '<ol type="1"><li>Heron</li><li>Tern</li></ol>'],
    ['a bullet list', '<ul type="disc"><li>Heron</li><li>Tern</li></ul>'],
    [
      'a table in the last item',
      '<ol><li>Heron</li><li>Tern<table><tr><td>1</td><td>2</td></tr></table></li></ol>',
    ],
  ])('not %s', (_, html) => {
    const codes = codesOf(`<p>The boats of the quay.</p>${html}`)
    expect(codes).not.toContain('list-renumbered')
    expect(codes).not.toContain('list-start')
  })
})

const done = ['• ☑ Paint the door', '• ☐ Oil the horn']
const tasks: [what: string, html: string][] = [
  [
    'GitHub',
    '<ul><li class="task-list-item"><input type="checkbox" checked disabled> Paint the door</li><li><input type="checkbox" disabled> Oil the horn</li></ul>',
  ],
  [
    'ARIA',
    '<ul><li role="checkbox" aria-checked="true">Paint the door</li><li role="checkbox" aria-checked="false">Oil the horn</li></ul>',
  ],
  [
    'Tiptap',
    '<ul data-type="taskList"><li data-checked="true" data-type="taskItem"><label><input type="checkbox" checked><span></span></label><div><p>Paint the door</p></div></li><li data-checked="false"><label><input type="checkbox"><span></span></label><div><p>Oil the horn</p></div></li></ul>',
  ],
  [
    'CKEditor',
    '<ul class="todo-list"><li><label><input type="checkbox" checked disabled><span>Paint the door</span></label></li><li><label><input type="checkbox" disabled><span>Oil the horn</span></label></li></ul>',
  ],
  [
    'Quill',
    '<ol><li data-list="checked">Paint the door</li><li data-list="unchecked">Oil the horn</li></ol>',
  ],
  [
    'Notion',
    '<ul class="to-do-list"><li><div class="checkbox checkbox-on"></div> <span class="to-do-children-checked">Paint the door</span></li><li><div class="checkbox checkbox-off"></div> <span class="to-do-children-unchecked">Oil the horn</span></li></ul>',
  ],
]

describe('the state of a task is a sign before it', () => {
  it.each(tasks)('%s', (_, html) => expect(linesOf(html)).toEqual(done))

  it('outside of the marks of its text', () => {
    const html = '<ul><li role="checkbox" aria-checked="true"><p><s>Paint the door</s></p></li></ul>'
    expect(linesOf(html)).toEqual(['• ☑ <strike-through>Paint the door</>'])
  })

  it('once, where the text has one already', () => {
    expect(linesOf('<ul><li><input type="checkbox" checked>☑ Paint the door</li></ul>')).toEqual([
      '• ☑ Paint the door',
    ])
  })

  it('and is read back from its own HTML', () => {
    expect(linesOf('<ul><li>☑ Paint the door</li><li>☐ Oil the horn</li></ul>')).toEqual(done)
  })
})
