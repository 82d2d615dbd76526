import {describe, expect, test} from 'vitest'
import type {Repair} from '../../../../ingest/parse/findings/report.ts'
import {possibleTypo} from '../../../../ingest/parse/suggest/possible-typo.ts'
import type {BodyBlock} from '../../../../schemas/body.ts'
import {applyOperations} from '../../../../schemas/operations/apply.ts'

/** Plain English around the words under test, so that the text is recognized as English. */
const ENGLISH =
  'The people that have been here since the storm would not leave their houses, which stand about a mile from the sea.'

function body(...texts: string[]): BodyBlock[] {
  return texts.map((text, index) => ({
    _type: 'block',
    _key: `b${index}`,
    style: 'normal',
    children: [{_type: 'span', _key: `s${index}`, text, marks: []}],
    markDefs: [],
  }))
}

function typos(blocks: BodyBlock[], language?: string): Repair[] {
  const repairs: Repair[] = []
  const source = JSON.stringify(blocks)
  const blockSources = blocks.map(({_key}) => ({blockKey: _key, ranges: [{start: 0, end: source.length}]}))
  possibleTypo({body: blocks, blockSources, findings: [], source, language}, (repair) => repairs.push(repair))
  return repairs
}

const found = (text: string, language?: string): (string | undefined)[][] =>
  typos(body(ENGLISH, text), language).map(({before, after}) => [before, after])

describe('possibleTypo', () => {
  test.each<[string, string, string]>([
    ['Edukational Collaborations: they teach', 'Edukational', 'Educational'],
    ['The filosophy of it all', 'filosophy', 'philosophy'],
    ['A long conversashun followed', 'conversashun', 'conversation'],
    ['The laedership said no', 'laedership', 'leadership'],
    ['They recieved it late', 'recieved', 'received'],
    ['The govenrment said no', 'govenrment', 'government'],
    ['Trade with Xinjiang grew, they say. Xinjian border security', 'Xinjian', 'Xinjiang'],
    ['The team met Parchenko, and Parchenko spoke. Later Parhenko left', 'Parhenko', 'Parchenko'],
  ])('%s', (text, word, better) => {
    expect(found(text)).toEqual([[word, better]])
  })

  test.each([
    ['names that the dictionary does not know', 'Mrs Okonkwo met Kaierahi in Pātaua near Whangarei'],
    [
      'two names that are alike',
      'The teams of Hansen and Hanson met, and Hansen won; then Maria and Marie spoke to Mario',
    ],
    ['forms of one name', 'The Taliban and a Talib; Uzbek and Uzbeks; Kabulis of Kabul'],
    [
      'British spelling',
      'The organisation travelled four metres to the theatre centre and honoured its programme of colour',
    ],
    ['a word that occurs twice', 'The zettakorn grew. Nobody eats zettakorn here'],
    [
      'words with hyphens, digits and capitals inside',
      'The kounter-terror unit used iPhone 12k and the NATOk code, see www.kollege.example',
    ],
    ['foreign words', 'He called it Schadenfreude, and the Zeitgeist of a Biedermeier Kaffeehaus'],
    ['quite short words', 'The kat sat'],
  ])('leaves alone: %s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  test('leaves alone what is said to be in another language', () => {
    expect(found('Die Edukational Konferenz', 'de')).toEqual([])
    expect(
      typos(
        body(
          'Die Regierung hat am Montag über die Konferenz der Edukational Stiftung beraten und nichts beschlossen.',
        ),
      ),
    ).toEqual([])
  })

  test('carries a change that fits, and the place of the word', () => {
    const blocks = body(
      ENGLISH,
      'Rekording the tape: the tape of the recording was Rekordings.',
      'The edukational plan of the school',
    )
    for (const {suggestion, ranges} of typos(blocks)) {
      expect(applyOperations(blocks, suggestion?.ops ?? [])).toHaveProperty('body')
      expect(ranges[0]?.end).toBeGreaterThan(ranges[0]?.start ?? 0)
    }
  })
})
