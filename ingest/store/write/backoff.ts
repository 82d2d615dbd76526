import {setTimeout as delay} from 'node:timers/promises'

/** The clock and delays, passed in so that tests need not wait. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The clock of the system. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    await delay(ms, undefined, signal ? {signal} : {})
  },
}

const FIRST_MS = 250
const MAX_DELAY_MS = 30_000

/**
 * Milliseconds before attempt `attempt + 1`. The delay doubles up to half a minute, and half of it is random, so that
 * writers that failed together do not retry together. `random` returns numbers from 0 to 1.
 */
export function backoff(attempt: number, random: () => number): number {
  const longest = Math.min(MAX_DELAY_MS, FIRST_MS * 2 ** (attempt - 1))
  return Math.round(longest * (0.5 + random() / 2))
}

/** A gate that all requests pass: after a 429 it holds them until its delay is over. */
export function createGate(clock: Clock): {
  closeFor(ms: number): void
  pass(signal: AbortSignal | undefined): Promise<void>
} {
  let opensAt = 0
  return {
    closeFor(ms) {
      opensAt = Math.max(opensAt, clock.now() + ms)
    },
    async pass(signal) {
      // In a loop, since the gate may be closed again in the meantime.
      for (let wait = opensAt - clock.now(); wait > 0; wait = opensAt - clock.now()) {
        await clock.sleep(wait, signal)
      }
    },
  }
}
