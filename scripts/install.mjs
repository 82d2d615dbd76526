#!/usr/bin/env node
// Installs the dependencies when they are missing or no longer match the lockfile; otherwise does nothing, fast.
// Runs before `npm start` and `npm test`, on whatever Node the machine has (20 or later), so: plain JavaScript, no packages.
import {spawnSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = `${root}node_modules/.copydesk-install`
const wanted = createHash('sha256')
  .update(readFileSync(`${root}package.json`))
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex')

const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
if (!installed) {
  console.error('copydesk: installing the dependencies (once, about a minute) …')
  // Development dependencies hold our Node and the Studio, so they are needed whatever NODE_ENV says.
  // `install --no-save`, which takes the versions of the lockfile and leaves it alone, rather than `ci`: that one refuses a
  // lockfile without the optional binaries of other platforms, and a registry need not carry them.
  // npm's own output goes to stderr: the commands that run after this print data on stdout.
  const result = spawnSync(
    'npm',
    ['install', '--no-save', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  )
  if (result.status !== 0) {
    console.error(
      `copydesk: the dependencies could not be installed (npm install ${result.error ? result.error.message : `ended with status ${result.status}`}). ` +
        'Check that npm reaches its registry, then run the command again.',
    )
    process.exit(1)
  }
  writeFileSync(stamp, wanted)
}
