/** Steps that can be taken back and taken again, as a value. */

export interface History<Value> {
  past: readonly Value[]
  now: Value
  future: readonly Value[]
}

/** More steps than this are forgotten, the oldest first. */
const MOST = 100

export const begun = <Value>(now: Value): History<Value> => ({past: [], now, future: []})

export const after = <Value>({past, now}: History<Value>, next: Value): History<Value> =>
  next === now ? {past, now, future: []} : {past: [...past, now].slice(-MOST), now: next, future: []}

export function undone<Value>(history: History<Value>): History<Value> {
  const {past, now, future} = history
  const last = past.at(-1)
  return last === undefined ? history : {past: past.slice(0, -1), now: last, future: [now, ...future]}
}

export function redone<Value>(history: History<Value>): History<Value> {
  const {past, now, future} = history
  const [next, ...rest] = future
  return next === undefined ? history : {past: [...past, now], now: next, future: rest}
}
