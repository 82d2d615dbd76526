/** What a decision about changes of the source does to the article and to the version that it is compared with. Pure. */
import type {Block} from '../../review/decisions/body-window.ts'
import {type Change, changesOf, takeTheirs} from './changes.ts'
import {type FieldChange, type Fields, fieldChangesOf, withField} from './fields.ts'

/** An article as one scrape delivered it. */
export interface Version extends Fields {
  body?: readonly Block[]
}

/** Whether the newer text is used, or the text of the article is kept. */
export type Choice = 'theirs' | 'mine'

/** The changes that are decided about. */
export interface Decided {
  changes?: readonly Change[]
  fields?: readonly FieldChange[]
}

/** The article and the version that it is compared with, after a decision. */
export interface Plan {
  body: readonly Block[]
  /** New values of fields of the article. */
  fields: Readonly<Record<string, unknown>>
  /** The version that the next comparison starts from: it contains every change that was decided about. */
  base: Version
  /** Why changes were skipped. For editors. */
  problems: readonly string[]
  /** Whether every change has been decided about. */
  isComplete: boolean
}

/** Plans a decision about changes between two versions of an article. */
export function planDecision(
  {base, newer, article}: {base: Version; newer: Version; article: Version},
  {changes = [], fields = []}: Decided,
  choice: Choice,
): Plan {
  const taken: Record<string, unknown> = {}
  let baseFields = base
  for (const {field, after, state} of fields) {
    if (choice === 'theirs' && state !== 'there') taken[field] = after
    baseFields = withField(baseFields, field, after)
  }
  let body = article.body ?? []
  let baseBody = base.body ?? []
  const problems: string[] = []
  for (const change of changes) {
    if (choice === 'theirs' && change.state !== 'there') {
      const result = takeTheirs(body, change)
      if ('error' in result) {
        problems.push(result.error)
        continue
      }
      body = result.body
    }
    const moved = takeTheirs(baseBody, change)
    if (!('error' in moved)) baseBody = moved.body
  }
  return {
    body,
    fields: taken,
    base: {...baseFields, body: baseBody},
    problems,
    isComplete:
      changesOf(baseBody, newer.body ?? [], body).length === 0 &&
      fieldChangesOf(baseFields, newer, article).length === 0,
  }
}
