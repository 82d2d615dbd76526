/**
 * A piece of a page pasted into the text goes through the same pipeline as a scrape: the ingest service on the page's own origin parses it.
 * Where there is none, or it cannot be reached, the Studio's own paste takes it.
 */
import type {EditorSnapshot} from '@portabletext/editor'
import {type Behavior, defineBehavior, effect, raise} from '@portabletext/editor/behaviors'
import {getFocusBlock} from '@portabletext/editor/selectors'
import {tableIn} from '../table/behaviors.ts'
import type {BodyNode, NewKey} from '../table/types.ts'
import {asPasted, pieceOf} from './rich.ts'

/** Marks a paste that has been tried, and is the Studio's now. */
const TRIED = 'application/x-copydesk-tried'
const INSERT = 'custom.copydesk.insert'

interface Parsed {
  title?: string
  body: BodyNode[]
}

export async function parsePiece(
  origin: string,
  html: string,
  fetchIt: typeof fetch = fetch,
): Promise<Parsed> {
  const response = await fetchIt(`${origin}/ingest/parse`, {
    method: 'POST',
    headers: {'content-type': 'application/json'},
    body: JSON.stringify({html}),
  })
  if (!response.ok) throw new Error(`The desk answered ${response.status}`)
  return (await response.json()) as Parsed
}

function pieceIn(data: DataTransfer): string | undefined {
  const types = [...data.types]
  if (types.includes(TRIED) || types.includes('application/x-portable-text')) return undefined
  const html = data.getData('text/html')
  return html === '' ? undefined : pieceOf(new DOMParser().parseFromString(html, 'text/html').body, html)
}

/** As it was, with the mark. */
function tried(data: DataTransfer): DataTransfer {
  const copy = new DataTransfer()
  for (const type of data.types) if (type.startsWith('text/')) copy.setData(type, data.getData(type))
  copy.setData(TRIED, '1')
  return copy
}

const paste = (origin: string, newKey: NewKey): Behavior =>
  defineBehavior({
    on: 'clipboard.paste',
    guard: ({snapshot, event}) => {
      const focus = getFocusBlock(snapshot)
      if (!focus || tableIn(snapshot)) return false
      const {dataTransfer} = event.originEvent
      const html = pieceIn(dataTransfer)
      // The clipboard is readable only now.
      return html ? {html, after: focus.node._key, data: tried(dataTransfer)} : false
    },
    actions: [
      ({event}, {html, after, data}) => [
        effect(async ({send}) => {
          try {
            const {title, body} = await parsePiece(origin, html)
            send({type: INSERT, blocks: asPasted(title, body, newKey), after})
          } catch {
            // The Studio's own paste does what it can: nothing that was pasted is lost.
            send({...event, originEvent: {...event.originEvent, dataTransfer: data}})
          }
        }),
      ],
    ],
  })

interface Insert extends Record<string, unknown> {
  blocks: BodyNode[]
  /** Key of the block that had the caret. */
  after: string
}

const isEmptyText = (node: BodyNode | undefined): boolean =>
  node?._type === 'block' && (node.children ?? []).every(({text}) => !text)

/** All at once, so that one undo takes all of it back; an empty paragraph gives way. */
const insert: Behavior = defineBehavior<Insert, typeof INSERT>({
  on: INSERT,
  actions: [
    ({snapshot, event: {blocks, after}}) => {
      const place = placeOf(snapshot, after)
      if (!place) return []
      const at = [{_key: place._key}]
      return [
        ...blocks
          .toReversed()
          .map((block) => raise({type: 'insert', at, value: block as never, position: 'after'})),
        ...(isEmptyText(place) ? [raise({type: 'unset', at})] : []),
      ]
    },
  ],
}) as unknown as Behavior

/** The block that had the caret when it was pasted; if somebody took it out meanwhile, the last one. */
function placeOf({context}: EditorSnapshot, key: string): BodyNode | undefined {
  const body = context.value as BodyNode[]
  return body.find(({_key}) => _key === key) ?? body.at(-1)
}

/** None without an ingest service on the page's own origin. */
export const pasteBehaviors = (origin: string | undefined, newKey: NewKey): Behavior[] =>
  origin ? [paste(origin, newKey), insert] : []
