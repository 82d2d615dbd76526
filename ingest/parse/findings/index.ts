/** Findings of a run: repairs with severity and action by their code, keys by code and place, sorted by place. */
import {hash} from 'node:crypto'
import type {BlockSource, Finding, FindingTarget} from '../types.ts'
import {judgementOf} from './judgement.ts'
import type {Repair} from './report.ts'
import {createTargets} from './targets.ts'

const placeOf = (repair: Repair): number => repair.ranges[0]?.start ?? Number.POSITIVE_INFINITY

export function toFindings(repairs: readonly Repair[], blockSources: readonly BlockSource[]): Finding[] {
  if (repairs.length === 0) return []
  const targets = createTargets(blockSources)
  const used = new Map<string, number>()
  // Sorting is stable: repairs at one place stay in the order of the stations.
  return repairs
    .toSorted((a, b) => {
      const [x, y] = [placeOf(a), placeOf(b)]
      return x === y ? 0 : x - y
    })
    .map((repair) =>
      toFinding(repair, repair.blockKeys?.map((blockKey) => ({blockKey})) ?? targets(repair.ranges), used),
    )
}

function toFinding(repair: Repair, targets: FindingTarget[], used: Map<string, number>): Finding {
  const {severity, action} = judgementOf(repair)
  return {
    _key: uniqueKey(repair, used),
    code: repair.code,
    severity,
    message: repair.message,
    action,
    targets,
    ranges: repair.ranges.map(({start, end}) => ({start, end})),
    ...(repair.before === undefined ? {} : {before: repair.before}),
    ...(repair.after === undefined ? {} : {after: repair.after}),
    ...(repair.suggestion === undefined ? {} : {suggestion: repair.suggestion}),
  }
}

/** From code and place; repairs of one code at one place are distinguished by their order. */
function uniqueKey({code, ranges}: Repair, used: Map<string, number>): string {
  const name = `${code} ${ranges.map(({start, end}) => `${start}-${end}`).join()}`
  const copy = used.get(name) ?? 0
  used.set(name, copy + 1)
  return hash('sha256', copy ? `${name} ${copy}` : name).slice(0, 12)
}
