/** Offers to put back what left the article although it reads as prose: a suggestion for each repair that took some out. */
import type {VFile} from 'vfile'
import {textsOf} from '../../../schemas/block-texts.ts'
import type {BodyBlock} from '../../../schemas/body.ts'
import type {Operation} from '../../../schemas/operations/operation.ts'
import {contentOf} from '../blocks/content.ts'
import type {Blocks} from '../blocks/index.ts'
import {createKeys} from '../blocks/keys.ts'
import type {Repair} from '../findings/report.ts'
import {type Convert, passageBlocks} from './passage.ts'
import {inOrder, type Placed, placesOf, type Unit} from './places.ts'

/** Maximum length of the passages of one repair, in characters. Longer ones are no sentences that got lost, and a review would hold them twice. */
const MAX_LENGTH = 20_000
/** Maximum length of the text that a finding quotes, in characters. */
const MAX_QUOTE_LENGTH = 240
/** Maximum length of the words that name a place, in characters. */
const MAX_PLACE_LENGTH = 40

interface Part extends Placed {
  repair: Repair
}

/**
 * The repairs, those that took passages out with a suggestion to put them back, and with their text. The keys of what it inserts are
 * none of the body's, and the same in every run.
 */
export function withPutBacks(
  repairs: readonly Repair[],
  {article: {body}, blockSources}: Pick<Blocks, 'article' | 'blockSources'>,
  file: VFile,
  convert: Convert,
): readonly Repair[] {
  if (!repairs.some(({passages}) => passages)) return repairs
  const parts = partsOf(repairs, body, file, convert)
  const offers = offersOf(together(inOrder(body, blockSources, parts)))
  return repairs.map((repair) => {
    const offer = offers.get(repair)
    return offer
      ? {...repair, before: quoteOf(offer), suggestion: {title: titleOf(offer, body), ops: offer}}
      : repair
  })
}

/** The passages that become blocks, in the order of the source, with keys of their content that no block of the body has. */
function partsOf(
  repairs: readonly Repair[],
  body: readonly BodyBlock[],
  file: VFile,
  convert: Convert,
): Part[] {
  const taken = new Set(body.map(({_key}) => _key))
  const next = createKeys()
  const keyOf = (block: BodyBlock): string => {
    const content = contentOf(block)
    let key = next(content)
    while (taken.has(key)) key = next(content)
    return key
  }
  return repairs
    .flatMap((repair) => {
      const parts = (repair.passages ?? []).map(
        (passage): Part => ({
          repair,
          place: passage.place,
          blocks: passageBlocks(passage, file, convert),
        }),
      )
      const length = parts.reduce((sum, {blocks}) => sum + textOf(blocks).length, 0)
      return length <= MAX_LENGTH ? parts.filter(({blocks}) => blocks.length > 0) : []
    })
    .toSorted((a, b) => a.place - b.place)
    .map((part) => ({
      ...part,
      blocks: part.blocks.map((block) => ({...block, _key: keyOf(block)})),
    }))
}

/** Units in order, passages of one repair without a block between them as one. */
function together(units: readonly (Unit | Part)[]): (Unit | Part)[] {
  const result: (Unit | Part)[] = []
  for (const unit of units) {
    const last = result.at(-1)
    if (last && isPart(last) && isPart(unit) && last.repair === unit.repair)
      result[result.length - 1] = {...last, blocks: [...last.blocks, ...unit.blocks]}
    else result.push(unit)
  }
  return result
}

type Insert = Extract<Operation, {op: 'insert'}>

function offersOf(units: readonly (Unit | Part)[]): Map<Repair, Insert[]> {
  const offers = new Map<Repair, Insert[]>()
  for (const [index, unit] of units.entries()) {
    if (!isPart(unit)) continue
    const insert: Insert = {op: 'insert', items: [...unit.blocks], places: placesOf(units, index)}
    const known = offers.get(unit.repair)
    if (known) known.push(insert)
    else offers.set(unit.repair, [insert])
  }
  return offers
}

const isPart = (unit: Unit | Part): unit is Part => 'repair' in unit

/** The words that readers see: no addresses, and no alternative texts of images. */
const textOf = (blocks: readonly BodyBlock[]): string =>
  blocks
    .flatMap((block) => textsOf(block))
    .flatMap(({role, text}) =>
      role === 'address' || role === 'alternative' ? [] : text.replaceAll('\t', ' '),
    )
    .join('\n')

function quoteOf(inserts: readonly Insert[]): string {
  const text = inserts.map(({items}) => textOf(items)).join('\n')
  return text.length > MAX_QUOTE_LENGTH ? `${text.slice(0, MAX_QUOTE_LENGTH).trimEnd()}…` : text
}

/** What an editor reads about the place: the end of the text before it. */
function titleOf([first, ...others]: readonly Insert[], body: readonly BodyBlock[]): string {
  if (others.length > 0) return `Put it back in ${others.length + 1} places`
  const keys = new Set(first?.places.flatMap((place) => ('after' in place ? [place.after] : [])))
  const before = body.findLast(({_key}) => keys.has(_key))
  if (!before) return 'Put it back at the beginning'
  const text = textOf([before]).replace(/\s+/g, ' ').trim()
  const words =
    text.length > MAX_PLACE_LENGTH ? `…${text.slice(-MAX_PLACE_LENGTH).replace(/^\S*\s/, '')}` : text
  return words === '' ? 'Put it back where it was' : `Put it back after “${words}”`
}
