import {describe, expect, test} from 'vitest'
import {tagAt} from '../../../../../ingest/parse/repair/text/markup/tags.ts'

describe('a tag with attributes is sound', () => {
  test.each([
    '<div x-data x-cloak hidden inert itemscope>',
    '<div class="promo"data-has-media data-has-tag>',
    '<p class="a"id="b1"dataKind="c">',
    `<div style='background:url("data:image/png;base64,AAAA")'>`,
    '<td NOWRAP VALIGN=top>',
    '<li\n  class="a"\n  data-b="one, two | three"\n>',
    '</p >',
    '<br clear="all" />',
  ])('%s', (tag) => {
    expect(tagAt(tag, 0)?.end).toBe(tag.length)
  })
})

describe('a tag that lost its bracket swallows no text', () => {
  test.each([
    '</li\n- two more words | and a mark\n</ul>',
    '</b the ring road closes>',
    '<th | Goals | Years |\n---|---|>',
    '<td align="left"4th, Heartland | Did not qualify>',
    '<h3 class="a"Outlook for the Port>',
    '<li\nLack of mentors, and no editor at all\n>',
    '<br\nFour.br >',
  ])('%s', (text) => {
    expect(tagAt(text, 0)).toBeUndefined()
  })
})
