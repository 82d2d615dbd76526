import {describe, expect, it} from 'vitest'
import {linesOf, walk} from '../support/walk.ts'

const BEFORE =
  'The harbour office opened the new signal station on Monday, after two winters of work on the cliff.'
const AFTER =
  'Its keepers say that the lamp can be seen from thirty kilometres, and that the horn sounds only in fog.'
const page = (html: string): string =>
  `<!doctype html><html><head><title>The station</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>The station</h1><p>${BEFORE}</p>${html}<p>${AFTER}</p></article></main></body></html>`
/** What is between two paragraphs, in a fragment and in a page. */
const between = (html: string): string[][] =>
  [`<p>${BEFORE}</p>${html}<p>${AFTER}</p>`, page(html)].map((source) => linesOf(source).slice(1, -1))
const both = (...lines: string[]): string[][] => [lines, lines]
const warnings = (html: string): string[] =>
  walk(`<p>${BEFORE}</p>${html}`).findings.flatMap(({code, severity}) =>
    severity === 'warning' ? [code] : [],
  )

describe('cards of other pages keep their title and address', () => {
  it.each([
    [
      'Ghost',
      '<figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="https://maps.example/cliff"><div class="kg-bookmark-content"><div class="kg-bookmark-title">A map</div><div class="kg-bookmark-description">Paths and steps.</div><div class="kg-bookmark-metadata"><img class="kg-bookmark-icon" src="https://maps.example/i.png"><span class="kg-bookmark-author">Maps</span></div></div><div class="kg-bookmark-thumbnail"><img src="https://maps.example/t.jpg"></div></a></figure>',
    ],
    [
      'Notion',
      '<figure class="bookmark"><a href="https://maps.example/cliff"><div class="bookmark-info"><div class="bookmark-title">A map</div><div class="bookmark-description">Paths and steps.</div></div></a></figure>',
    ],
    [
      'Editor.js',
      '<div class="link-tool"><a class="link-tool__content" href="https://maps.example/cliff"><div class="link-tool__title">A map</div><p class="link-tool__description">Paths and steps.</p></a></div>',
    ],
  ])('%s', (_, html) => expect(between(html)).toEqual(both('embed https://maps.example/cliff | A map')))

  it('with the words of the author below it', () => {
    const html =
      '<figure class="kg-bookmark-card"><a href="https://maps.example/cliff"><div class="kg-bookmark-title">A map</div></a><figcaption>The best one.</figcaption></figure>'
    expect(between(html)).toEqual(both('embed https://maps.example/cliff | A map The best one.'))
  })
})

describe('an embed of which the page has only the address', () => {
  const video = 'https://www.youtube.com/watch?v=aB3dE5gH7jK'
  it.each([
    [
      'text in a figure',
      `<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n${video}\n</div></figure>`,
      `embed ${video}`,
    ],
    [
      'a link in a figure, with a caption',
      `<figure><a href="${video}">${video}</a><figcaption>The song</figcaption></figure>`,
      `embed ${video} | The song`,
    ],
    ['a paragraph', `<p>${video}</p>`, `embed ${video}`],
    ['a line', `<div>${video}</div>`, `embed ${video}`],
    ['a paragraph with a link', `<p><a href="${video}">${video}</a></p>`, `embed ${video}`],
    [
      'a script of GitHub',
      '<script src="https://gist.github.com/keeper/aaaabbbbccccdddd.js"></script>',
      'embed https://gist.github.com/keeper/aaaabbbbccccdddd',
    ],
    [
      'a script of Telegram',
      '<script async src="https://telegram.org/js/telegram-widget.js?22" data-telegram-post="quay/12"></script>',
      'embed https://t.me/quay/12',
    ],
    [
      'a script of a chart',
      '<script src="//datawrapper.dwcdn.net/aBc12/embed.js"></script>',
      'embed https://datawrapper.dwcdn.net/aBc12/',
    ],
  ])('%s', (_, html, line) => expect(between(html)).toEqual(both(line)))

  it('leaves an address in a sentence, and one of any page', () => {
    expect(linesOf(`<p>See ${video} for it.</p><p>https://quay.example/tides</p>`)).toEqual([
      `See ${video} for it.`,
      'https://quay.example/tides',
    ])
  })
})

describe('captions and attachments', () => {
  const image = 'https://e.example/a.jpg'
  it.each([
    [
      'a caption in the data of an image',
      `<p><img src="${image}" data-caption="The &lt;em&gt;old&lt;/em&gt; mole"></p>`,
      `figure ${image} | The old mole`,
    ],
    [
      'one in the data of a link',
      `<a href="${image}" data-caption="The mole"><img src="${image}"></a>`,
      `figure ${image} | The mole`,
    ],
    [
      'one in the data of a figure',
      `<figure data-caption="The mole"><img src="${image}"></figure>`,
      `figure ${image} | The mole`,
    ],
    [
      'Trix: the name of a file is no caption',
      `<figure class="attachment attachment--preview" data-trix-attachment="{}"><img src="${image}"><figcaption class="attachment__caption"><span class="attachment__name">a.jpg</span> <span class="attachment__size">12 KB</span></figcaption></figure>`,
      `figure ${image}`,
    ],
    [
      'Trix: a file is a link',
      `<figure class="attachment attachment--file" data-trix-attachment="{&quot;contentType&quot;:&quot;application/pdf&quot;,&quot;url&quot;:&quot;https://e.example/a.pdf&quot;}"><figcaption><span class="attachment__name">plan.pdf</span></figcaption></figure>`,
      '<https://e.example/a.pdf>plan.pdf</>',
    ],
    [
      'Action Text',
      `<action-text-attachment content-type="image/jpeg" url="${image}" filename="a.jpg" caption="The mole"></action-text-attachment>`,
      `figure ${image} | The mole`,
    ],
    [
      'an image for readers without scripts',
      `<noscript><img src="${image}" alt="Mole"></noscript>`,
      `figure ${image} | Mole`,
    ],
    ['an address without a protocol', `<p><img src="//e.example/a.jpg"></p>`, `figure ${image}`],
    [
      'a player with controls of its own',
      '<div class="kg-card kg-audio-card"><audio src="https://e.example/horn.mp3"></audio><div class="kg-audio-title">The horn</div><div><span>0:00</span><div>/<span>3:12</span></div><button>1×</button></div></div>',
      'embed https://e.example/horn.mp3 | The horn',
    ],
  ])('%s', (_, html, line) => expect(between(html)).toEqual(both(line)))

  it('takes an image once that a script and readers without scripts get', () => {
    expect(
      between(
        `<figure><img data-src="${image}" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><noscript><img src="${image}"></noscript></figure>`,
      ),
    ).toEqual(both(`figure ${image}`))
  })

  it('keeps the paragraphs of an article that is in a figure', () => {
    const html = `<figure><p>${BEFORE}</p><p>${AFTER}</p><figure><img src="${image}"></figure><p>${BEFORE} So they say.</p></figure>`
    expect(linesOf(html)).toEqual([BEFORE, AFTER, `figure ${image}`, `${BEFORE} So they say.`])
  })
})

describe('media that are lost are a warning', () => {
  it.each([
    [
      'bytes in the page that are no picture',
      `<img src="data:image/jpeg;base64,${'A'.repeat(160)}">`,
      ['image-dropped'],
    ],
    [
      'a drawing in the page',
      '<img src="data:image/svg+xml,%3Csvg%3E%3Cpath d=%22M0 0%22/%3E%3C/svg%3E">',
      ['image-dropped'],
    ],
    ['a relative address', '<img src="img/a.png">', ['image-dropped']],
    ['a relative embed', '<iframe src="/player/1"></iframe>', ['embed-dropped']],
    ['media of Drupal', '<drupal-media data-entity-uuid="1" alt="A mole"></drupal-media>', ['image-dropped']],
    ['what a converter did not know', '<p>One.</p><span>unknown node</span>', ['embed-dropped']],
    ['not a placeholder', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', []],
    ['not an empty drawing', '<img src="data:image/svg+xml,%3Csvg viewBox=%220 0 2 1%22%3E%3C/svg%3E">', []],
  ])('%s', (_, html, codes) => expect(warnings(html)).toEqual(codes))
})

describe('an aside that explains', () => {
  it.each([
    [
      'a term and its definition',
      '<aside><p><strong>Mole</strong>: a wall that keeps the sea out.</p></aside>',
      '<strong>Mole</>: a wall that keeps the sea out.',
    ],
    [
      'a note',
      '<aside role="note"><p>The tower opens again in May.</p></aside>',
      'The tower opens again in May.',
    ],
    ['a list of terms', '<aside><dl><dt>Mole</dt><dd>A wall.</dd></dl></aside>', '• <strong>Mole</> A wall.'],
  ])('%s stays', (_, html, line) => expect(linesOf(page(html)).slice(1, -1)).toEqual([line]))

  it('another is left out', () => {
    expect(linesOf(page('<aside><p>Read our guide to the coast.</p></aside>'))).toEqual([BEFORE, AFTER])
  })
})

describe('a pull quote', () => {
  it('of its own is part of the article', () => {
    const html =
      '<aside class="pullquote"><blockquote>“I would not leave this for a house in town.”</blockquote><cite>Jo Berg, keeper</cite></aside>'
    expect(linesOf(page(html)).slice(1, -1)).toEqual([
      '> “I would not leave this for a house in town.”',
      '> <em>Jo Berg, keeper</>',
    ])
  })

  it('that repeats a sentence is left out', () => {
    const html = `<aside class="pullquote"><p>“The lamp can be seen from thirty kilometres”</p></aside>`
    expect(linesOf(page(html))).toEqual([BEFORE, AFTER])
  })
})
