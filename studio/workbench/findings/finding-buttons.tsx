import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {CloseIcon} from '@sanity/icons/Close'
import {RevertIcon} from '@sanity/icons/Revert'
import {UndoIcon} from '@sanity/icons/Undo'
import {Button, Flex} from '@sanity/ui'
import type {ComponentType} from 'react'
import type {FindingActions} from '../../review/decisions/finding-actions.ts'
import {isPutBack} from '../../review/decisions/put-back.ts'
import {isOpen, type StoredFinding} from '../../review/findings.ts'

interface FindingButtonsProps {
  finding: StoredFinding
  /** Whether the finding has a suggestion that fits. */
  canApply: boolean
  actions: FindingActions
}

/** The decisions that an editor can make about a finding, or the way to undo one. */
export function FindingButtons(props: FindingButtonsProps) {
  return (
    <Flex gap={1}>
      {!isOpen(props.finding) ? (
        <DecidedButtons {...props} />
      ) : isPutBack(props.finding) ? (
        <PassageButtons {...props} />
      ) : (
        <OpenButtons {...props} />
      )}
    </Flex>
  )
}

/** For a passage that was left out. “Keep” could mean the passage, so its buttons say what becomes of it. */
function PassageButtons({finding, canApply, actions}: FindingButtonsProps) {
  return (
    <>
      {canApply && <Choice icon={RevertIcon} text="Put it back" onClick={() => actions.apply([finding])} />}
      <Choice
        icon={CheckmarkIcon}
        text={canApply ? 'Leave it out' : 'Done'}
        onClick={() => actions.resolve([finding], canApply ? 'kept' : 'applied')}
      />
    </>
  )
}

function OpenButtons({finding, canApply, actions}: FindingButtonsProps) {
  const asksForCheck = finding.action === 'applied-check'
  const revertProblem = asksForCheck ? actions.revertProblem(finding) : undefined
  return (
    <>
      {canApply && <Choice icon={CheckmarkIcon} text="Apply" onClick={() => actions.apply([finding])} />}
      {asksForCheck && !revertProblem && (
        <Choice icon={RevertIcon} text="Revert" onClick={() => actions.revert(finding)} />
      )}
      {finding.action === 'suggested' ? (
        <Choice icon={CloseIcon} text="Dismiss" onClick={() => actions.resolve([finding], 'dismissed')} />
      ) : (
        <Choice
          icon={CheckmarkIcon}
          text={asksForCheck ? 'Keep' : 'Done'}
          {...(revertProblem && {title: revertProblem})}
          onClick={() => actions.resolve([finding], 'kept')}
        />
      )}
    </>
  )
}

/** Decisions that changed the article. */
const CHANGES_ARTICLE: ReadonlySet<string | undefined> = new Set(['applied', 'reverted'])

function DecidedButtons({finding, actions}: FindingButtonsProps) {
  const changedArticle = CHANGES_ARTICLE.has(finding.resolution?.state)
  if (changedArticle && !actions.canUndoChange(finding)) return null
  return (
    <Choice icon={UndoIcon} text={changedArticle ? 'Undo' : 'Reopen'} onClick={() => actions.undo(finding)} />
  )
}

interface ChoiceProps {
  icon: ComponentType
  text: string
  title?: string
  onClick: () => void
}

function Choice(props: ChoiceProps) {
  return <Button mode="bleed" fontSize={1} padding={2} {...props} />
}
