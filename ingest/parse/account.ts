/** Accounts for a finished walk: its findings, and a partition of the source that covers every character. */
import type {VFile} from 'vfile'
import type {Blocks} from './blocks/index.ts'
import {toFindings} from './findings/index.ts'
import {createReport, repairsOf} from './findings/messages.ts'
import {lostText, partition, withReason} from './partition/index.ts'
import {ownRanges} from './partition/own-ranges.ts'
import {suggest} from './suggest/index.ts'
import type {ParseResult} from './types.ts'

/**
 * Suggestions are made, and lost text is looked for, when the article is complete: both are findings too, so they come
 * before the findings are counted up.
 */
export function account(
  {article, blockSources, texts}: Blocks,
  file: VFile,
): Pick<ParseResult, 'findings' | 'partition' | 'blockSources'> {
  const source = String(file.value)
  const report = createReport(file)
  const findings = () => toFindings(repairsOf(file.messages), blockSources)
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
