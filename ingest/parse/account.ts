/** Accounts for a finished walk: its findings, and a partition of the source that covers every character. */
import type {VFile} from 'vfile'
import type {Blocks} from './blocks/index.ts'
import {toFindings} from './findings/index.ts'
import {createReport, repairsOf} from './findings/messages.ts'
import {lostText, partition, withReason} from './partition/index.ts'
import {ownRanges} from './partition/own-ranges.ts'
import {withPutBacks} from './put-back/index.ts'
import type {Convert} from './put-back/passage.ts'
import {suggest} from './suggest/index.ts'
import type {ParseResult} from './types.ts'

/**
 * Suggestions are made, and lost text is looked for, when the article is complete: both are findings too, so they come
 * before the findings are counted up. `convert` makes blocks of what was left out and may be put back.
 */
export function account(
  blocks: Blocks,
  file: VFile,
  convert: Convert,
): Pick<ParseResult, 'findings' | 'partition' | 'blockSources'> {
  const {article, blockSources, texts} = blocks
  const source = String(file.value)
  const report = createReport(file)
  const walked = withPutBacks(repairsOf(file.messages), blocks, file, convert)
  const findings = () =>
    toFindings([...walked, ...repairsOf(file.messages).slice(walked.length)], blockSources)
  suggest(
    {body: article.body, blockSources, findings: findings(), source, language: article.language},
    report,
  )
  const explained = findings()
  const intervals = partition({source, texts, findings: explained, markup: file.data.markup ?? []})
  const lost = lostText(intervals, source)
  for (const repair of lost) report(repair)
  const all = lost.length > 0 ? findings() : explained
  return {
    findings: all,
    partition: withReason(intervals, all),
    blockSources: ownRanges(blockSources, intervals),
  }
}
