/** An undo history as an immutable value. */

/** A value, and the values before and after it. */
export interface History<Value> {
  past: readonly Value[]
  now: Value
  future: readonly Value[]
}

/** Beyond this number, the oldest steps are forgotten. */
const MAX_STEPS = 100

/** A history without steps. */
export const startHistory = <Value>(now: Value): History<Value> => ({past: [], now, future: []})

/** Adds a step. */
export const record = <Value>({past, now}: History<Value>, next: Value): History<Value> =>
  next === now ? {past, now, future: []} : {past: [...past, now].slice(-MAX_STEPS), now: next, future: []}

/** Goes back one step, if there is one. */
export function undo<Value>(history: History<Value>): History<Value> {
  const {past, now, future} = history
  const last = past.at(-1)
  return last === undefined ? history : {past: past.slice(0, -1), now: last, future: [now, ...future]}
}

/** Goes forward one step, if there is one. */
export function redo<Value>(history: History<Value>): History<Value> {
  const {past, now, future} = history
  const [next, ...rest] = future
  return next === undefined ? history : {past: [...past, now], now: next, future: rest}
}
