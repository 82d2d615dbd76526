/** What reads as prose and was left out can be put back where it was, with its marks. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseScrape} from '../../../../ingest/parse/parse.ts'
import {inOrder, placesOf} from '../../../../ingest/parse/put-back/places.ts'
import type {Finding, ParseResult} from '../../../../ingest/parse/types.ts'
import type {BodyBlock} from '../../../../schemas/body.ts'
import {applyOperations} from '../../../../schemas/operations/apply.ts'
import {view} from '../support/convert.ts'

const prose = (name: string): string =>
  `The ${name} paragraph of the report is long enough to be read as prose by anyone who reads it.`
const text = ['first', 'second', 'third', 'fourth', 'fifth'].map((name) => `<p>${prose(name)}</p>`).join('')
const page = (inside: string): string =>
  `<!doctype html><html lang="en"><head><title>The lock opens</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>The lock opens</h1>${inside}</article></main></body></html>`
const parse = (inside: string): ParseResult =>
  parseScrape({bytes: Buffer.from(page(inside)), origin: 'page', url: 'https://www.example.com/2026/lock'})

const offered = ({findings}: ParseResult): Finding[] =>
  findings.filter(({suggestion}) => suggestion?.ops.every(({op}) => op === 'insert'))

/** The body once everything is put back, in this order. */
function restored({article, findings}: ParseResult, order = (list: Finding[]) => list): string[] {
  const ops = order(findings.filter(({suggestion}) => suggestion)).flatMap(
    ({suggestion}) => suggestion?.ops ?? [],
  )
  const applied = applyOperations(article.body, ops)
  if ('error' in applied) throw new Error(applied.error)
  return view(applied.body as BodyBlock[])
}

const aside = (inside: string): string => `<aside><h3>Related</h3>${inside}</aside>`
const link = '<p><a href="/old">Old lock</a></p>'

describe('a passage that was left out', () => {
  it.each<[string, string, string[]]>([
    [
      'comes back with its marks, links and lists',
      `${aside('<p>The <b>old</b> lock is shut. <a href="/old">Read on</a></p><ul><li>It leaks.</li><li>It is old.</li></ul>')}<p>${prose('sixth')}</p>`,
      [
        'h3 Related',
        'The <strong>old</> lock is shut. <https://www.example.com/old>Read on</>',
        '• It leaks.',
        '• It is old.',
      ],
    ],
    [
      'comes back as paragraphs where its lines are boxes',
      `${aside('<div><a href="/old">Old lock</a></div><div>The old lock is shut.</div><div>Nobody may pass.</div>')}<p>${prose('sixth')}</p>`,
      ['h3 Related', '<https://www.example.com/old>Old lock</>', 'The old lock is shut.', 'Nobody may pass.'],
    ],
  ])('%s', (_, inside, passage) => {
    const result = parse(text + inside)
    expect(offered(result)).toHaveLength(1)
    const body = restored(result)
    const kept = view(result.article.body)
    expect(body).toEqual([...kept.slice(0, 5), ...passage, ...kept.slice(5)])
  })

  it('comes back before the first block and after the last', () => {
    const before = '<p>You can listen to this with a modern browser on your phone.</p>'
    const after = '<p>Sign up for our newsletter and read the news of the canal first.</p>'
    const result = parse(before + text + after)
    const titles = offered(result).map(({suggestion}) => suggestion?.title)
    expect(titles).toEqual([
      'Put it back at the beginning',
      expect.stringMatching(/^Put it back after “….*reads it\.”$/),
    ])
    const body = restored(result)
    expect([body[0], body.at(-1)]).toEqual([
      'You can listen to this with a modern browser on your phone.',
      'Sign up for our newsletter and read the news of the canal first.',
    ])
  })

  it('says what it is about', () => {
    const [finding] = offered(
      parse(`${text}${aside(`${link}<p>The old lock is shut.</p>`)}<p>${prose('sixth')}</p>`),
    )
    expect(finding).toMatchObject({
      code: 'region-removed',
      severity: 'warning',
      action: 'applied-check',
      before: 'Related\nOld lock\nThe old lock is shut.',
    })
  })

  it('keeps its order with others, whichever comes back first', () => {
    const inside = `${text}${aside(`${link}<p>The old lock is shut.</p>`)}<p>The lock keeper writes a letter to all who pass here on a boat in the year.</p>${aside(`${link}<p>The mill is shut too.</p>`)}<p>${prose('sixth')}</p>`
    const result = parse(inside)
    expect(offered(result).length).toBeGreaterThan(1)
    expect(restored(result, (list) => list.toReversed())).toEqual(restored(result))
  })

  it('never gets a key of the body, and the same in every run', () => {
    const copy = `<p>${prose('first')}</p>`
    const run = () => parse(`${text}${aside(copy)}<p>${prose('sixth')}</p>`)
    const result = run()
    const keys = new Set(result.article.body.map(({_key}) => _key))
    const items = offered(result).flatMap(({suggestion}) =>
      (suggestion?.ops ?? []).flatMap((op) => (op.op === 'insert' ? op.items : [])),
    )
    expect(items.length).toBeGreaterThan(0)
    expect(items.filter(({_key}) => keys.has(_key))).toEqual([])
    expect(run().findings).toEqual(result.findings)
  })

  it('holds nothing unsafe', () => {
    const [finding] = offered(
      parse(
        `${text}${aside('<p>The old lock <a href="javascript:alert(1)">is shut</a>.<script>alert(2)</script></p>')}<p>${prose('sixth')}</p>`,
      ),
    )
    expect(JSON.stringify(finding?.suggestion)).not.toContain('alert')
  })
})

const block = (key: string): BodyBlock => ({_type: 'divider', _key: key})

describe('places', () => {
  it('are beside the neighbours in the source, the nearest first', () => {
    const body = ['a', 'b'].map(block)
    const sources = [
      {blockKey: 'a', ranges: [{start: 10, end: 20}]},
      {blockKey: 'b', ranges: [{start: 40, end: 50}]},
    ]
    const passage = (key: string, place: number) => ({blocks: [block(key)], place})
    const units = inOrder(body, sources, [passage('x', 0), passage('y', 30), passage('z', 60)])
    expect(units.map(({blocks}) => blocks[0]?._key)).toEqual(['x', 'a', 'y', 'b', 'z'])
    expect(placesOf(units, 2)).toEqual([{after: 'a'}, {before: 'b'}, {after: 'x'}, {before: 'z'}])
    expect(placesOf(units, 0).slice(0, 2)).toEqual([{before: 'a'}, {before: 'y'}])
  })

  it('put passages back in the order of the source, whatever was put back or edited away before', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(30), {minLength: 1, maxLength: 8}),
        fc.uniqueArray(fc.nat(30), {maxLength: 5}),
        fc.infiniteStream(fc.nat(1000)),
        (blockPlaces, passagePlaces, order) => {
          const free = passagePlaces.filter((place) => !blockPlaces.includes(place))
          const places = blockPlaces.toSorted((a, b) => a - b)
          const body = places.map((place) => block(String(place)))
          const sources = places.map((place) => ({
            blockKey: String(place),
            ranges: [{start: place, end: place + 1}],
          }))
          const units = inOrder(
            body,
            sources,
            free.toSorted((a, b) => a - b).map((place) => ({blocks: [block(String(place))], place})),
          )
          const inserts = units.flatMap((unit, index) =>
            'place' in unit
              ? [{op: 'insert' as const, items: [...unit.blocks], places: placesOf(units, index)}]
              : [],
          )
          const ranks = new Map(inserts.map((insert) => [insert, order.next().value]))
          const shuffled = inserts.toSorted((a, b) => Number(ranks.get(a)) - Number(ranks.get(b)))
          const left = body.filter(() => Number(order.next().value) % 4 > 0)
          const applied = applyOperations(left, shuffled)
          const keys = 'body' in applied ? applied.body.map(({_key}) => Number(_key)) : []
          // With a neighbour left on either side of everything, the order is that of the source.
          if (left.length === body.length)
            expect(keys).toEqual([...places, ...free].toSorted((a, b) => a - b))
          expect(keys.toSorted((a, b) => a - b)).toEqual(
            [...left.map(({_key}) => Number(_key)), ...free].toSorted((a, b) => a - b),
          )
        },
      ),
    )
  })
})
