import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['test/setup/studio.ts'],
    setupFiles: ['test/setup/properties.ts'],
    include: ['test/**/*.test.{ts,tsx}'],
    // Two cores on the smallest machine we support: more workers only thrash.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
