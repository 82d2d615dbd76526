import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import type {ComponentType} from 'react'
import type {Severity} from '../../schemas/names.ts'

/** Icon, colour and plural of each severity. */
export const SEVERITY_LOOK: Record<
  Severity,
  {icon: ComponentType; tone: 'critical' | 'caution' | 'default'; plural: string}
> = {
  error: {icon: ErrorOutlineIcon, tone: 'critical', plural: 'Errors'},
  warning: {icon: WarningOutlineIcon, tone: 'caution', plural: 'Warnings'},
  info: {icon: InfoOutlineIcon, tone: 'default', plural: 'Notes'},
}

/** A number with its noun, for example “1 error” or “3 warnings”. */
export function counted(count: number, severity: Severity): string {
  const noun = severity === 'info' ? 'note' : severity
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
