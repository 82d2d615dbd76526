import {expect, it} from 'vitest'
import {conserved, parse, provenance} from '../../../invariants/check.ts'

it.each([
  ['pairs', '<dl><dt>Photo</dt><dd>@mia</dd></dl>', 'Photo @mia'],
  ['items', 'The wall<ul><li>Mia Ray</li><li>Agency</li></ul>', 'The wall\nMia Ray\nAgency'],
  ['items in a box', '<div><ol><li>Mia Ray</li></ol></div>', 'Mia Ray'],
])('a list of %s in a caption stays in it', (_, caption, expected) => {
  const result = parse(
    `<p>The wall held.</p><figure><img src="https://media.example/a.jpg" alt="A wall"><figcaption>${caption}</figcaption></figure><p>It is old.</p>`,
  )
  const [, figure, ...rest] = result.article.body
  expect(figure).toMatchObject({_type: 'figure', caption: expected})
  expect(rest).toHaveLength(1)
  expect([...conserved(result), ...provenance(result)]).toEqual([])
})
