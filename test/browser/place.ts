/** A desk and a browser for the tests of one file, and what its pages complain of. */
import {readFileSync} from 'node:fs'
import type {Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, expect, vi} from 'vitest'
import {type Desk, startDesk} from './desk.ts'
import {type LaunchedBrowser, launchBrowser} from './launch.ts'

/** In milliseconds. A machine with two cores may be busy with other tests; nothing here asserts how long a step takes. */
export const PATIENCE = 60_000

const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')

/**
 * Said by the Studio when a page is left while presence is still connecting: it closes its socket on `beforeunload` and says goodbye on
 * the same event, in either order. Our own socket has its tests in test/studio/mux-fetch.
 */
const LEAVING = 'WebSocket is already in CLOSING or CLOSED state.'

export interface Place {
  readonly desk: Desk
  readonly browser: LaunchedBrowser
  /** Opens a page of the Studio, by its path. */
  open: (path?: string) => Promise<Page>
}

/**
 * Starts both before the tests of the file that calls it, and ends them after; after each test its pages are closed, and it fails
 * if one of them has said an error. `COPYDESK_TEST_SHOTS` names a folder for pictures of the pages as each test left them.
 */
export function startPlace(): Place {
  vi.setConfig({testTimeout: 180_000, hookTimeout: 180_000})
  let desk: Desk | undefined
  let browser: LaunchedBrowser | undefined
  let complaints: string[] = []
  const started = <Part>(part: Part | undefined): Part => {
    if (!part) throw new Error('Expected to be asked once the tests have begun')
    return part
  }

  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startDesk(), launchBrowser()])
    browser.context.on('console', (message) => {
      if (message.type() === 'error' && message.text() !== LEAVING)
        complaints.push(`${message.text()} ${message.location().url}`)
    })
    browser.context.on('weberror', (error) => complaints.push(String(error.error())))
  })

  afterEach(async ({task}) => {
    const shots = process.env.COPYDESK_TEST_SHOTS
    for (const [index, page] of (browser?.context.pages().slice(1) ?? []).entries()) {
      const name = `${task.name.slice(0, 40).replaceAll(/\W+/g, '-')}-${index}.png`
      if (shots) await page.screenshot({path: `${shots}/${name}`})
      await page.close()
    }
    const heard = complaints
    complaints = []
    // A log keeps the first line of a reason only, so what was heard is that line.
    expect(heard, `The console has said: ${heard.join(' | ')}`).toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    await desk?.close()
  })

  return {
    get desk() {
      return started(desk)
    },
    get browser() {
      return started(browser)
    },
    open: async (path = '/') => {
      const page = await started(browser).context.newPage()
      page.setDefaultTimeout(PATIENCE)
      await page.goto(started(desk).url + path)
      return page
    },
  }
}

/** What axe calls serious or critical in a part of a page, a line each. */
export async function seriousFaults(page: Page, selector: string): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async (wanted) => {
    const axe = Reflect.get(window, 'axe')
    const {violations} = await axe.run(wanted)
    return violations
      .filter(({impact}: {impact: string}) => impact === 'serious' || impact === 'critical')
      .map(({id, nodes}: {id: string; nodes: {html: string}[]}) => `${id}: ${nodes[0]?.html}`)
  }, selector)
}
