import rehypeParse from 'rehype-parse'
import {unified} from 'unified'
import {visit} from 'unist-util-visit'
import {describe, expect, it} from 'vitest'
import {explainAsHtml} from '../../../../ingest/cli/render/explain/html.ts'
import {regionsOf} from '../../../../ingest/cli/render/explain/regions.ts'
import {explainOnTerminal} from '../../../../ingest/cli/render/explain/terminal.ts'
import {parseScrape} from '../../../../ingest/parse/parse.ts'

const prose = (topic: string) =>
  `<p>${topic}: it went on raining over the whole of the country for a long time, and nobody knew when it would stop again.</p>`
const PAGE = `<!DOCTYPE html><html lang="en"><head><title>Rain &amp; wind | Daily</title></head><body>
<nav class="menu"><a href="/">Home</a> <a href="/x">Weather &lt;b&gt;</a></nav>
<article><h1>Rain &amp; wind</h1>${prose('One')}${prose('Two')}<div class="share">Share <script>alert("<b>1</b>")</script></div></article>
</body></html>`

const result = parseScrape({
  bytes: new TextEncoder().encode(PAGE),
  origin: 'page.html',
  contentType: 'text/html; charset=utf-8',
})

describe('the regions of a source', () => {
  it('are those kept and those removed, with the reason, in order', () => {
    const regions = regionsOf(result)
    expect(regions.map(({kind, finding}) => [kind, finding?.code])).toEqual([
      ['removed', 'region-removed'],
      ['removed', 'region-removed'],
      ['kept', undefined],
      ['removed', expect.any(String)],
      ...regions.slice(4).map(({kind}) => [kind, expect.any(String)]),
    ])
    expect(regions[2]?.snippet).toContain('One: it went on')
    for (const [index, {start, end}] of regions.entries()) {
      expect(start).toBeLessThan(end)
      expect(start).toBeGreaterThanOrEqual(regions[index - 1]?.end ?? 0)
    }
  })
})

describe('on a terminal', () => {
  it('says what was kept and removed, and why', () => {
    const text = explainOnTerminal(result, {columns: 80, color: false})
    expect(text).toMatch(/kept {5}line 3, \d+ words {2}\d blocks/)
    expect(text).toMatch(/removed {2}line 2, \d+ words {2}region-removed/)
    expect(text).toContain('> Rain & wind One: it went on raining')
    expect(text).not.toContain('\u001b')
    expect(explainOnTerminal(result, {columns: 80, color: true})).toContain('\u001b[')
  })
  it('lets no control character of the source through', () => {
    const html = `<p>${'Bad \u001b[31m \u202e text that is long enough to be kept as an article is. '.repeat(3)}</p>`
    const bad = parseScrape({
      bytes: new TextEncoder().encode(html),
      origin: 'x',
      contentType: 'text/html; charset=utf-8',
    })
    const text = explainOnTerminal(bad, {columns: 80, color: false})
    for (const control of ['\u001b', '\u202e']) expect(text).not.toContain(control)
  })
})

describe('as a page', () => {
  const page = explainAsHtml(result, '"><script>name</script>')
  const tree = unified().use(rehypeParse).parse(page)

  it('shows the whole source as text, and each piece with what became of it', () => {
    let source = ''
    visit(tree, 'element', (element) => {
      if (element.tagName !== 'pre') return
      visit(element, 'text', (node) => {
        source += node.value
      })
    })
    expect(source.replaceAll('‸', '')).toBe(PAGE)
    expect(page).toMatch(/<del id="s\d+" title="region-removed: [^"]+">Home<\/del>/)
    expect(page).toMatch(/<span class="c" id="s\d+" title="“&#x26;amp;” became “&#x26;”">/)
  })
  it('has nothing in it that acts or loads', () => {
    const names = new Set<string>()
    const attributes = new Set<string>()
    visit(tree, 'element', ({tagName, properties}) => {
      names.add(tagName)
      for (const [name, value] of Object.entries(properties)) {
        attributes.add(name)
        if (name === 'href') expect(String(value)).toMatch(/^#s\d+$/)
      }
    })
    for (const name of ['script', 'iframe', 'img', 'link', 'object', 'form'])
      expect(names).not.toContain(name)
    expect([...attributes].filter((name) => /^on|^src|^style$/.test(name))).toEqual([])
    expect(page.replaceAll('&#x27;', "'")).toContain(
      "content=\"default-src 'none'; style-src 'unsafe-inline'\"",
    )
  })
  it('has a look for the dark, and tells by more than colour', () => {
    expect(page).toContain('prefers-color-scheme: dark')
    expect(page).toContain('<del ')
  })
  it('links each region to its place', () => {
    for (const [, place] of page.matchAll(/href="#(s\d+)"/g)) expect(page).toContain(`id="${place}"`)
  })
})
