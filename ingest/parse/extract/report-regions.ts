/** Reports what was removed inside the article’s element: prose with a warning, and so that it can be put back. */
import type {Element, Nodes} from 'hast'
import {textIn} from '../element-text.ts'
import type {Report} from '../findings/report.ts'
import type {SourceRange} from '../trace/traced-text.ts'
import type {Removal} from './edges.ts'
import {describeElement} from './elements.ts'
import type {Statistics} from './statistics.ts'

/** A removal with the places of its text, and that text where it is in doubt. */
interface Region extends Removal {
  ranges: SourceRange[]
  text?: string
}

/**
 * Report each removed region that held text. Prose that went in a row for one reason is one finding, and so are the same words
 * several times: an editor decides once about the comments below an article, and about what each button says.
 *
 * @param html what the parser read
 */
export function reportRegions(
  removals: readonly Removal[],
  statistics: ReadonlyMap<Element, Statistics>,
  html: string,
  report: Report,
): void {
  const regions = removals
    .map(
      (removal): Region => ({
        ...removal,
        ranges: rangesOf(removal.nodes, statistics),
        ...(removal.isDoubtful && {text: wordsOf(removal)}),
      }),
    )
    .filter(({ranges}) => ranges.length > 0)
  for (const group of grouped(regions, html)) {
    const [first] = group
    const [node] = first.nodes
    const label = node?.type === 'element' ? describeElement(node) : 'A line'
    report({
      code: 'region-removed',
      message: `${label} was left out: ${first.reason}.${first.isDoubtful ? ' It reads as prose, so check whether it belongs to the article.' : ''}`,
      ranges: group.flatMap(({ranges}) => ranges),
      ...(first.isDoubtful && {
        weight: 'doubtful',
        passages: group.map(({nodes, ranges}) => ({nodes, place: ranges[0]?.start ?? 0})),
      }),
    })
  }
}

type Group = [Region, ...Region[]]

/** Regions as they are, but doubtful ones with one reason together where only markup is between them, or they have the same words. */
function grouped(regions: readonly Region[], html: string): Group[] {
  const groups: Group[] = []
  const known = new Map<string, Group>()
  for (const region of regions) {
    const {text, reason} = region
    const last = groups.at(-1)
    const same = text === undefined ? undefined : known.get(`${reason} ${text}`)
    if (same) same.push(region)
    else if (last && isOneWith(last, region, html)) last.push(region)
    else {
      groups.push([region])
      if (text !== undefined) known.set(`${reason} ${text}`, groups.at(-1) as Group)
    }
  }
  return groups
}

const wordsOf = ({nodes}: Removal): string =>
  nodes
    .map((node) => (node.type === 'element' ? textIn(node) : node.type === 'text' ? node.value : ''))
    .join(' ')

/** Maximum length of the markup between two regions in a row, in characters. */
const MAX_GAP = 500

function isOneWith(group: Group, {reason, isDoubtful, ranges}: Region, html: string): boolean {
  if (!isDoubtful || !group[0].isDoubtful || group[0].reason !== reason) return false
  const end = group.at(-1)?.ranges.at(-1)?.end ?? 0
  const start = ranges[0]?.start ?? 0
  return start >= end && start - end <= MAX_GAP && /^(?:\s|<[^<>]*>)*$/.test(html.slice(end, start))
}

/** Find the ranges of nodes that hold text; nothing else is worth a finding. */
export function rangesOf(
  nodes: readonly Nodes[],
  statistics: ReadonlyMap<Element, Statistics>,
): SourceRange[] {
  return nodes
    .flatMap((node): SourceRange[] => {
      const text =
        node.type === 'element'
          ? (statistics.get(node)?.text ?? 0)
          : node.type === 'text'
            ? node.value.trim().length
            : 0
      const start = node.position?.start.offset
      const end = node.position?.end.offset
      return text === 0 || start === undefined || end === undefined ? [] : [{start, end}]
    })
    .toSorted((a, b) => a.start - b.start)
}
