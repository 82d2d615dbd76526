import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import type {ComponentType} from 'react'
import type {PreviewConfig} from 'sanity'
import type {Severity} from '../../schemas/names.ts'
import {SEVERITY_LOOK} from './severity-look.ts'

const COLORS: Record<Severity, string> = {
  error: 'var(--card-badge-critical-icon-color)',
  warning: 'var(--card-badge-caution-icon-color)',
  info: 'var(--card-muted-fg-color)',
}

function coloured(severity: Severity): ComponentType {
  const {icon: Icon} = SEVERITY_LOOK[severity]
  return () => (
    <span style={{color: COLORS[severity], display: 'contents'}}>
      <Icon />
    </span>
  )
}

/** One component per severity, created once: a new one on every rendering would flicker. */
const MARKS: Record<Severity, ComponentType> = {
  error: coloured('error'),
  warning: coloured('warning'),
  info: coloured('info'),
}

/** Adds the icon of the worst open finding to the list preview of a review. */
export function withWorstFinding(preview: PreviewConfig): PreviewConfig {
  const {prepare} = preview
  if (!prepare) return preview
  return {
    ...preview,
    prepare: (selection, options) => {
      const worst = (['errors', 'warnings', 'infos'] as const).find(
        (name) => Number(selection[name] ?? 0) > 0,
      )
      const media = worst
        ? MARKS[worst === 'errors' ? 'error' : worst === 'warnings' ? 'warning' : 'info']
        : CheckmarkCircleIcon
      return {...prepare(selection, options), media}
    },
  }
}
