/** How severe a repair is and what became of it: its code's entry in the catalogue, corrected by its own weight. */
import {FINDINGS} from '../../../schemas/findings.ts'
import type {FindingAction, Severity} from '../../../schemas/names.ts'
import type {Repair} from './report.ts'

/** What the finding made from a repair says about it. */
export interface Judgement {
  severity: Severity
  action: FindingAction
}

/** Severity and action of one repair. */
export function judgementOf({code, weight}: Pick<Repair, 'code' | 'weight'>): Judgement {
  const {severity, action} = FINDINGS[code]
  if (weight === 'minor') return {severity: 'info', action}
  if (weight !== 'doubtful') return {severity, action}
  return {
    severity: severity === 'info' ? 'warning' : severity,
    action: action === 'applied' ? 'applied-check' : action,
  }
}
