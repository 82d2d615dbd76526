/** A source that ends in the middle is read as far as it goes, with one finding at the cut; a lazily written one has none. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parse, parseOrRefuse} from '../../../../invariants/check.ts'

const S = 'The council met until midnight on Monday, and nobody left before the vote was counted twice.'

const CUT: Readonly<Record<string, string>> = {
  sentence: `<p>${S}</p><p>Then the harbour master told the`,
  bold: `<p>${S}</p><p>Two <b>thr`,
  div: `<div class="a"><p>${S}</p><p>Then the harbour`,
  tag: `<p>${S}</p><p class="x`,
  tag2: `<p>${S}</p><`,
  close: `<p>${S}</p><p>Next.</`,
  attr: `<p>${S}</p><p>See <a href="https://example.com/a/b`,
  entity: `<p>${S}</p><p>Tom &am`,
  entity2: `<p>${S}</p><p>Tom &#821`,
  row: `<p>${S}</p><table><tr><th>Year</th><th>Sum</th></tr><tr><td>2008</td><td>4`,
  row2: `<p>${S}</p><table><tr><th>Year</th><th>Sum</th></tr><tr><td>2008</td>`,
  item: `<p>${S}</p><ul><li>One of the first</li><li>And two of the`,
  list: `<p>${S}</p><ul><li>One of the first</li><li>And two of them.</li>`,
  comment: `<p>${S}</p><!-- the next part of`,
  script: `<p>${S}</p><script>var a = 1; function`,
  page: `<!doctype html><html><head><title>T</title></head><body><article><h1>Title of it</h1><p>${S}</p><p>And then it`,
  pageend: `<!doctype html><html><head><title>T</title></head><body><article><h1>Title of it</h1><p>${S}</p>`,
  json: `{"title":"The Well","content":"<p>${S}<\\/p>\\n<p>${S.slice(0, 40)}`,
  json2: `{"id":1,"title":{"rendered":"The Well"},"content":{"rendered":"<p>${S}<\\/p>","protected":fal`,
  escaped: `&lt;p&gt;${S}&lt;/p&gt;&lt;p&gt;Then the harb`,
  jsonstr: `"<p>${S}<\\/p>\\n<p>Two \\u00e9t\\u00e`,
  cdata: `<content:encoded><![CDATA[<p>${S}</p><p>And then`,
}

/** End tags left out throughout, or an end that is whole. */
const WHOLE: Readonly<Record<string, string>> = {
  lazy: `<p>${S}<p>And so it went.`,
  lazylist: `<ul><li>One of them<li>And two`,
  lazytable: '<table><tr><td>a<td>b<tr><td>c<td>d',
  lazytable2: '<table><tr><td>a<td>b<tr><td>c<td>d</table>',
  fragment: `<p>${S}</p>`,
  frag2: `<p>${S}</p>\n<ul><li>One</li></ul>`,
  nobody: `<!doctype html><title>T</title><p>${S}<p>Then.`,
  text: `${S}\n\nThen it ended`,
  heading: `<h2>What is it</h2><p>${S}</p><h2>The end</h2>`,
  unclosedbold: `<p>One <b>two</p><p>${S}</p>`,
  unclosedmid: `<p>One <b>two <i>three</p><p>four</i> five</b><ul><li>a<li>b`,
  br: `${S}<br><br>And then it was over.<br>`,
  amp: `<p>${S} AT&T</p>`,
  lt: `<p>${S} 3 < 4</p>`,
  wrapper: `<div><div><p>${S}</p></div>`,
  pageopt: `<!doctype html><html><body><p>${S}</p><p>The end.`,
  teaser: `<p>${S} And then […]`,
}

const cuts = (body: string | Uint8Array) => {
  const {findings, source} = parse(body)
  return findings.filter(({code}) => code === 'truncated').map(({ranges}) => ({ranges, source}))
}

describe('cut off', () => {
  it.each(Object.entries(CUT))('%s', (_, body) => {
    const [first, ...others] = cuts(body)
    expect(others).toEqual([])
    // The range ends where the source does, or where its text does.
    const end = first?.ranges.at(-1)?.end ?? 0
    expect(first?.source.slice(end).trim()).toBe('')
    expect(JSON.stringify(parse(body).article)).toContain(S.slice(0, 40))
  })

  it('in the middle of a character', () => {
    const [first] = cuts(
      Buffer.concat([Buffer.from(`<p>Straße.</p><p>${S}</p><p>Der K`), Buffer.from([0xc3])]),
    )
    expect(first?.ranges).toHaveLength(1)
  })

  it('wherever in its last paragraph', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: S.length - 2}), (at) => {
        const body = `<p>${S}</p>\n<ul><li>One of them</li></ul>\n<p>${S.slice(0, at)}`
        expect(cuts(body)).toHaveLength(1)
      }),
    )
  })
})

describe('whole', () => {
  it.each(Object.entries(WHOLE))('%s', (_, body) => {
    expect(parseOrRefuse(body)?.findings.filter(({code}) => code === 'truncated')).toEqual([])
  })
})
