/**
 * One contract, held by the embedded lake always, and by a hosted dataset when `SANITY_CONTRACT_PROJECT_ID`,
 * `SANITY_CONTRACT_DATASET` (public) and `SANITY_CONTRACT_TOKEN` (editor) are set, with `SANITY_CONTRACT_VIEWER_TOKEN` for the
 * cases of a viewer. The cases know nothing but `@sanity/client`.
 */
import {afterAll, beforeAll, describe} from 'vitest'
import {accessCases} from './contract/access.ts'
import {actionCases} from './contract/actions.ts'
import {assetCases} from './contract/assets.ts'
import {listenCases} from './contract/listen.ts'
import {mutateCases} from './contract/mutate.ts'
import {queryCases} from './contract/query.ts'
import {embedded, hosted, type Target} from './contract/target.ts'

describe.each([embedded, ...hosted(process.env)])('$name', ({open, hasViewer}) => {
  let opened: Target | undefined
  const target = () => {
    if (!opened) throw new Error('The target is not open yet')
    return opened
  }
  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened?.close())

  queryCases(target)
  mutateCases(target)
  listenCases(target)
  actionCases(target)
  assetCases(target)
  accessCases(target, hasViewer)
})
