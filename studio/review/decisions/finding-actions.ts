/** The actions on findings, on a body as it is now. */
import type {Resolution} from '../../../schemas/names.ts'
import {applyOperations} from '../../../schemas/operations/apply.ts'
import type {StoredFinding} from '../findings.ts'
import {type Block, takeBack, type Window, windowOf} from './body-window.ts'
import {isPutBack} from './put-back.ts'
import {type Reverted, type RevertInput, revertFinding} from './revert-finding.ts'
import {suggestionOf} from './suggestion.ts'
import {changeOf, forgetChange, rememberChange} from './undo-store.ts'
import type {Resolve} from './use-resolve.ts'
import type {WriteBody} from './use-write-body.ts'

/** The actions of the buttons on findings. */
export interface FindingActions {
  /** Why the suggestion of a finding no longer fits the article; undefined if it fits. */
  applyProblem: (finding: StoredFinding) => string | undefined
  /** Applies the suggestions that fit, one after the other. */
  apply: (findings: readonly StoredFinding[]) => Promise<void>
  /** Why a repair cannot be reverted automatically; undefined if it can. */
  revertProblem: (finding: StoredFinding) => string | undefined
  /** Restores the source's version. */
  revert: (finding: StoredFinding) => Promise<void>
  /** Records a decision that does not change the article. */
  resolve: (findings: readonly StoredFinding[], state: Resolution) => Promise<void>
  /** Removes a decision, and undoes its change of the article. */
  undo: (finding: StoredFinding) => Promise<void>
  /** Whether `undo` also changes the article. */
  canUndoChange: (finding: StoredFinding) => boolean
}

/** The article as it is now, and how to change it. */
export interface ActionContext {
  articleId: string
  body: readonly Block[]
  /** The decoded source; undefined until it is loaded. */
  source: string | undefined
  blockSources: RevertInput['blockSources']
  write: WriteBody
  record: Resolve
  /** Shows a warning. */
  warn: (title: string, description: string | undefined) => void
}

/** The actions on the findings of an article. */
export const findingActions = (context: ActionContext): FindingActions => ({
  applyProblem: (finding) => errorOf(applied(context.body, finding)),
  apply: (findings) => applyAll(context, findings),
  revertProblem: (finding) => errorOf(reverted(context, finding)),
  revert: (finding) => revert(context, finding),
  resolve: (findings, state) =>
    context.record(
      findings.map(({_key}) => _key),
      state,
    ),
  undo: (finding) => undo(context, finding),
  canUndoChange: ({_key}) => changeOf(context.articleId, _key) !== undefined,
})

const errorOf = (result: {error: string} | object): string | undefined =>
  'error' in result ? result.error : undefined

function applied(body: readonly Block[], finding: StoredFinding): ReturnType<typeof applyOperations<Block>> {
  const suggestion = suggestionOf(finding)
  return suggestion ? applyOperations(body, suggestion.ops) : {error: 'This finding has no suggestion.'}
}

const reverted = ({body, source, blockSources}: ActionContext, finding: StoredFinding): Reverted =>
  revertFinding({body, finding, source, blockSources})

async function applyAll(context: ActionContext, findings: readonly StoredFinding[]): Promise<void> {
  const {articleId, write, warn} = context
  let {body} = context
  const windows = new Map<string, Window>()
  const problems: string[] = []
  for (const finding of findings) {
    const result = applied(body, finding)
    if ('error' in result) {
      problems.push(result.error)
      continue
    }
    windows.set(finding._key, windowOf(body, result.body))
    body = result.body
  }
  if (problems.length > 0)
    warn(
      problems.length === 1 ? 'A suggestion no longer fits' : `${problems.length} suggestions no longer fit`,
      problems[0],
    )
  if (windows.size === 0) return
  const keys = [...windows.keys()]
  const resolutions = Object.fromEntries(keys.map((key) => [key, 'applied' as const]))
  const title = titleOf(findings.filter(({_key}) => windows.has(_key)))
  // Remembered before the body is written, so that the change can be undone even if the tab is reloaded meanwhile.
  for (const [key, window] of windows) rememberChange(articleId, key, window)
  if (!(await write(body, resolutions, title))) for (const key of keys) forgetChange(articleId, key)
}

/** What a message says was done. */
function titleOf(applied: readonly StoredFinding[]): string {
  if (applied.length !== 1) return `${applied.length} suggestions applied`
  return applied.every(isPutBack) ? 'Put back' : 'Applied'
}

async function revert(context: ActionContext, finding: StoredFinding): Promise<void> {
  const {articleId, body, write, warn} = context
  const result = reverted(context, finding)
  if ('error' in result) return warn('Not reverted', result.error)
  rememberChange(articleId, finding._key, windowOf(body, result.body))
  if (!(await write(result.body, {[finding._key]: 'reverted'}, 'The source’s version is restored')))
    forgetChange(articleId, finding._key)
}

async function undo(
  {articleId, body, write, record, warn}: ActionContext,
  {_key}: StoredFinding,
): Promise<void> {
  const window = changeOf(articleId, _key)
  if (!window) return record([_key], undefined)
  const before = takeBack(body, window)
  if (!before) return warn('Not undone', 'This text has been edited since. Correct it by hand.')
  if (await write(before, {[_key]: null}, 'Undone')) forgetChange(articleId, _key)
}
