/** The types of the body: what they admit, and that the Portable Text packages take them. Mostly judged by the compiler. */
import {toHTML} from '@portabletext/to-html'
import {nestLists, toPlainText} from '@portabletext/toolkit'
import type {PortableTextBlock} from '@portabletext/types'
import {expect, expectTypeOf, it} from 'vitest'
import type {BlockName, BodyBlock, Stored, StoredBlock, TextBlock} from '../../schemas/body.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {BLOCK_TYPES} from '../../schemas/names.ts'

const text = {
  _type: 'block' as const,
  _key: 'a',
  style: 'normal' as const,
  children: [{_type: 'span' as const, _key: 'b', text: 'One', marks: ['strong']}],
  markDefs: [],
}
const paragraph: TextBlock = text
const item: TextBlock = {...text, listItem: 'bullet', level: 1}

it('has no list item without a level, and no level without a list item', () => {
  // @ts-expect-error A list item needs a level.
  const withoutLevel: TextBlock = {...text, listItem: 'bullet'}
  // @ts-expect-error A level needs a list item.
  const withoutItem: TextBlock = {...text, level: 1}
  expect([withoutLevel, withoutItem].map((block) => Object.keys(block).length)).toEqual([6, 6])
  expectTypeOf<Extract<TextBlock, {listItem: string}>['level']>().toEqualTypeOf<number>()
})

it('can be stored, and read by the Portable Text packages', () => {
  expectTypeOf<BodyBlock>().toExtend<StoredBlock>()
  expectTypeOf<TextBlock>().toExtend<PortableTextBlock>()
  expectTypeOf<BodyBlock['_type']>().toEqualTypeOf<BlockName>()
  expectTypeOf<Stored<'figure'>['_type']>().toEqualTypeOf<'figure'>()
  const body: BodyBlock[] = [paragraph, item]
  expect(toHTML(body)).toBe('<p><strong>One</strong></p><ul><li><strong>One</strong></li></ul>')
  expect(toPlainText([paragraph, item])).toBe('One\n\nOne')
  expect(nestLists(body, 'html').map(({_type}) => _type)).toEqual(['block', '@list'])
})

it('has a schema type for each type of block', () => {
  expect(schemaTypes.map(({name}) => name)).toEqual(expect.arrayContaining([...BLOCK_TYPES]))
})
