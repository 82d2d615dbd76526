/**
 * Pasted parts of a web page are parsed by the same pipeline as scrapes, by the ingest service on the origin of the page. Without the service, or if it
 * cannot be reached, the Studio pastes them itself.
 */
import type {EditorSnapshot} from '@portabletext/editor'
import {type Behavior, defineBehavior, effect, raise} from '@portabletext/editor/behaviors'
import {getFocusBlock} from '@portabletext/editor/selectors'
import {tableIn} from '../table/behaviors.ts'
import type {BodyNode, NewKey} from '../table/types.ts'
import {asPasted, pieceOf} from './rich.ts'

/** Marks a paste that the service could not parse and that the Studio handles itself. */
const TRIED = 'application/x-copydesk-tried'
const INSERT = 'custom.copydesk.insert'

interface Parsed {
  title?: string
  body: BodyNode[]
}

/**
 * Parses a part of a page.
 *
 * @throws Error with a message for editors
 */
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
  if (!response.ok) throw new Error(`The ingest service answered with status ${response.status}`)
  return (await response.json()) as Parsed
}

function pieceIn(data: DataTransfer): string | undefined {
  const types = [...data.types]
  if (types.includes(TRIED) || types.includes('application/x-portable-text')) return undefined
  const html = data.getData('text/html')
  return html === '' ? undefined : pieceOf(new DOMParser().parseFromString(html, 'text/html').body, html)
}

/** A copy with the mark. */
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
      // The clipboard can be read only during the event.
      return html ? {html, after: focus.node._key, data: tried(dataTransfer)} : false
    },
    actions: [
      ({event}, {html, after, data}) => [
        effect(async ({send}) => {
          try {
            const {title, body} = await parsePiece(origin, html)
            send({type: INSERT, blocks: asPasted(title, body, newKey), after})
          } catch {
            // The Studio pastes it instead, so that nothing is lost.
            send({...event, originEvent: {...event.originEvent, dataTransfer: data}})
          }
        }),
      ],
    ],
  })

interface Insert extends Record<string, unknown> {
  blocks: BodyNode[]
  /** Key of the block that contained the caret. */
  after: string
}

const isEmptyText = (node: BodyNode | undefined): boolean =>
  node?._type === 'block' && (node.children ?? []).every(({text}) => !text)

/** Inserts all blocks at once, so that one undo reverts them. An empty paragraph is replaced. */
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

/** The block that contained the caret, or the last block if somebody has removed it meanwhile. */
function placeOf({context}: EditorSnapshot, key: string): BodyNode | undefined {
  const body = context.value as BodyNode[]
  return body.find(({_key}) => _key === key) ?? body.at(-1)
}

/** The behaviors of pasting; none without an ingest service on the origin of the page. */
export const pasteBehaviors = (origin: string | undefined, newKey: NewKey): Behavior[] =>
  origin ? [paste(origin, newKey), insert] : []
