/** A real Chromium for browser tests: the one that `COPYDESK_CHROMIUM` names, else the one that npm installed. */
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import bundled from '@sparticuz/chromium'
import {type BrowserContext, chromium} from 'playwright-core'

/** No sandbox, which a container has no rights for; and nothing that phones anywhere. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Rejected at once instead of after a time-out, so that tests run alike with and without a network. */
const LOOPBACK_ONLY =
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1'

export interface LaunchedBrowser {
  context: BrowserContext
  close: () => Promise<void>
}

export interface LaunchOptions {
  viewport?: {width: number; height: number}
  colorScheme?: 'light' | 'dark'
}

/** Starts a browser with a profile of its own, which `close` removes. */
export async function launchBrowser({
  viewport = {width: 1440, height: 900},
  colorScheme = 'light',
}: LaunchOptions = {}): Promise<LaunchedBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'copydesk-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.COPYDESK_CHROMIUM || (await bundled.executablePath()),
    headless: true,
    args: [...FLAGS, LOOPBACK_ONLY],
    viewport,
    colorScheme,
  })
  return {
    context,
    close: async () => {
      await context.close()
      rmSync(profile, {recursive: true, force: true})
    },
  }
}
