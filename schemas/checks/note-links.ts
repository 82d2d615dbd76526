import type {Problem} from './table-grid.ts'

/** The part of a block that is checked. */
export interface LinkedBlock {
  _type: string
  _key: string
  markDefs?: {_key: string; href?: string}[]
}

/** Reports marks of notes whose note is no longer in the text. */
export function noteLinks(body: readonly LinkedBlock[] | undefined): true | Problem[] {
  const keys = new Set((body ?? []).map(({_key}) => `#${_key}`))
  const problems = (body ?? []).flatMap(({_key, markDefs}): Problem[] =>
    (markDefs ?? []).flatMap(({href}) =>
      !href?.startsWith('#') || keys.has(href)
        ? []
        : [
            {
              message: 'This mark leads to a note that is not in the text. Remove its link, or the mark.',
              path: [{_key}],
            },
          ],
    ),
  )
  return problems.length > 0 ? problems : true
}
