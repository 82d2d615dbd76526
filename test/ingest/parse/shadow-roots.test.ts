import {expect, test} from 'vitest'
import type {BodyBlock} from '../../../schemas/body.ts'
import {conserved, parse, provenance} from '../../invariants/check.ts'

const first =
  'The council of the valley met on Monday in the old mill, and every seat in the room was taken before the doors were shut.'
const last =
  'Their neighbours said that the water has risen each spring since the dam was built, and that nobody had counted the boats.'
const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>The mill</title></head><body><nav><a href="/">Home</a></nav>${body}</body></html>`
const article = (body: string): string =>
  page(`<article><h1>The mill</h1><p>${first}</p>${body}<p>${last}</p></article>`)

const textOf = (block: BodyBlock): string =>
  block._type === 'block' ? block.children.map(({text}) => text).join('') : block._type

const cases: readonly [kind: string, body: string, lines: readonly string[]][] = [
  [
    'a whole article in a shadow root',
    page(
      `<x-story><template shadowrootmode="open"><style>p {color: red}</style><article><h1>The mill</h1><p>${first}</p><p>${last}</p></article></template></x-story>`,
    ),
    [first, last],
  ],
  [
    'a part of an article in one',
    article('<x-quote><template shadowrootmode="closed"><p>We waited for years.</p></template></x-quote>'),
    [first, 'We waited for years.', last],
  ],
  [
    'slots, in the order of the shadow tree',
    page(
      `<x-story><template shadowrootmode="open"><article><h1>The mill</h1><slot name="lead"></slot><slot></slot><slot name="end"><p>No more was said.</p></slot></article></template><p>${last}</p><p slot="lead">${first}</p></x-story>`,
    ),
    [first, last, 'No more was said.'],
  ],
  [
    'a slot whose own words give way',
    article(
      '<x-quote><template shadowrootmode="open"><p><slot>Nobody.</slot></p></template>The miller said so.</x-quote>',
    ),
    [first, 'The miller said so.', last],
  ],
  [
    'a root in a root',
    article(
      '<x-a><template shadowrootmode="open"><x-b><template shadowrootmode="open"><p>We waited.</p><slot></slot></template><p><slot></slot></p></x-b></template>For years.</x-a>',
    ),
    [first, 'We waited.', 'For years.', last],
  ],
  [
    'words that no slot takes',
    article(
      '<x-a><template shadowrootmode="open"><p>These are shown.</p></template><p>These are not.</p></x-a>',
    ),
    [first, 'These are shown.', last],
  ],
  [
    'a root without words, which a script would fill',
    article('<x-a><template shadowrootmode="open"><style>p {}</style></template><p>These are all.</p></x-a>'),
    [first, 'These are all.', last],
  ],
  [
    'a slot outside of any root',
    article('<p>A <slot>word</slot> of it.</p>'),
    [first, 'A word of it.', last],
  ],
]

test.each(cases)('%s', (_, body, lines) => {
  const result = parse(body)
  expect(result.article.body.map(textOf)).toEqual(lines)
  expect([...conserved(result), ...provenance(result)]).toEqual([])
})
