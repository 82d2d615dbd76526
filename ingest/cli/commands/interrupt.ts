/** Milliseconds that work in progress may take to finish after an interrupt. */
const GRACE_MS = 5000

/** The interrupts of a process, as signals. */
export interface Interrupt {
  /** Aborted by the first interrupt: start nothing more. */
  stop: AbortSignal
  /** Aborted by the second interrupt, or some seconds after the first: drop work in progress. */
  abort: AbortSignal
  /** Stop handling interrupts. */
  done(): void
}

/** Handle SIGINT (Ctrl-C) and SIGTERM as abort signals. */
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
