/** How long after an interrupt what is under way may take to end well, in milliseconds. */
const GRACE_MS = 5000

export interface Interrupt {
  /** Aborted by the first interrupt: take nothing more. */
  stop: AbortSignal
  /** Aborted by the second, or some seconds after the first: drop what is under way. */
  abort: AbortSignal
  /** Leave interrupts to the process again. */
  done(): void
}

/** Ctrl-C and a polite kill, as signals. */
export function onInterrupt(): Interrupt {
  const [stop, abort] = [new AbortController(), new AbortController()]
  let timer: NodeJS.Timeout | undefined
  const interrupt = () => {
    if (stop.signal.aborted) abort.abort()
    stop.abort()
    timer ??= setTimeout(() => abort.abort(), GRACE_MS)
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return {
    stop: stop.signal,
    abort: abort.signal,
    done() {
      clearTimeout(timer)
      process.off('SIGINT', interrupt)
      process.off('SIGTERM', interrupt)
    },
  }
}
