import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {mergeBlocks} from '../../../../studio/editor/correcting/merge.ts'
import {record, redo, startHistory, undo} from '../../../../studio/editor/table/history.ts'
import {blockOf, cellOfBlocks, retyped} from '../../../../studio/editor/table/text.ts'
import {keys, paragraph, textOfBlock, textOfCell} from './make.ts'

describe('replacing the text of a cell', () => {
  const cell = () =>
    cellOfBlocks(
      [blockOf([{text: 'The '}, {text: 'old', marks: ['strong']}, {text: ' bridge'}], keys())],
      keys(),
    )
  const spans = (text: string) =>
    retyped(cell(), text, keys()).value[0]?.children?.map(({text, marks}) => [text, marks])

  it('keeps the marks of unchanged text', () => {
    expect(spans('The old stone bridge')).toEqual([
      ['The ', []],
      ['old', ['strong']],
      [' stone bridge', []],
    ])
    expect(spans('The older bridge')).toEqual([
      ['The ', []],
      ['older', ['strong']],
      [' bridge', []],
    ])
    expect(spans('An old bridge')?.slice(1)).toEqual([
      ['old', ['strong']],
      [' bridge', []],
    ])
  })

  it('contains the new text, whatever the old one was', () => {
    const texts = fc.array(fc.string({unit: fc.constantFrom('a', 'b', ' ', '\n', 'é')}), {maxLength: 4})
    fc.assert(
      fc.property(texts, fc.string({unit: fc.constantFrom('a', 'b', ' ', '\n', 'é')}), (before, text) => {
        const made = cellOfBlocks(
          before.map((line, index) =>
            blockOf([{text: line.replaceAll('\n', ''), marks: index % 2 ? ['em'] : []}, {text: 'b'}], keys()),
          ),
          keys(),
        )
        expect(textOfCell(retyped(made, text, keys()))).toBe(text)
      }),
    )
  })
})

describe('merged blocks', () => {
  const merged = (...texts: string[]) =>
    textOfBlock(mergeBlocks(texts.map((text) => paragraph(text)) as [ReturnType<typeof paragraph>]))
  it.each<[string[], string]>([
    [['One.', 'Two.'], 'One. Two.'],
    [['One ', 'two'], 'One two'],
    [['bro-', 'ken'], 'broken'],
    [['North-', 'South'], 'North- South'],
    [['山の', '雪'], '山の雪'],
    [['', 'two'], 'two'],
    [['a', 'b', 'c'], 'a b c'],
  ])('%j', (texts, expected) => {
    expect(merged(...texts)).toBe(expected)
  })
  it('keep their marks', () => {
    const one = mergeBlocks([paragraph('a'), paragraph({text: 'b', marks: ['em']})])
    expect(one.children?.map(({text, marks}) => [text, marks])).toEqual([
      ['a ', []],
      ['b', ['em']],
    ])
  })
})

it('steps are undone and redone until a new one is recorded', () => {
  let history = record(record(startHistory(1), 2), 3)
  history = undo(undo(undo(history)))
  expect(history.now).toBe(1)
  history = redo(history)
  expect(history.now).toBe(2)
  history = record(history, 4)
  expect(redo(history).now).toBe(4)
  expect(undo(history).now).toBe(2)
})
