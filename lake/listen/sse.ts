/**
 * One server-sent event (HTML standard, section 9.2). `data` is sent as JSON. An object is cached with the event it is
 * first sent in, so it must not be sent in another one.
 */
interface ServerSentEvent {
  event: string
  id?: string
  data: object
}

/** Limits of an event stream. */
export interface EventStreamOptions {
  /** Milliseconds between comments that keep proxies from closing the connection. */
  heartbeat?: number
  /**
   * Most bytes that may wait for a slow reader. Beyond them the stream ends; the reader opens it again and reads what
   * it missed.
   */
  maxWaiting?: number
}

/** The writing end of an event stream. */
export interface EventSink {
  send: (event: ServerSentEvent) => void
  /** End the stream after the events that were sent. */
  end: () => void
}

const HEARTBEAT = 15_000
const MAX_WAITING = 8 * 1024 * 1024
const encoder = new TextEncoder()

/**
 * The body of an event stream.
 *
 * @param open - starts the source of events and returns a function that stops it; that function is called once, when
 *   the reader leaves or falls behind, or the source ends the stream
 */
export function eventStream(
  open: (sink: EventSink) => () => void,
  options: EventStreamOptions = {},
): ReadableStream<Uint8Array> {
  const {heartbeat = HEARTBEAT, maxWaiting = MAX_WAITING} = options
  let release: () => void = () => undefined
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let isOpen = true
        const write = (text: string | Uint8Array) => {
          if (!isOpen) return
          controller.enqueue(typeof text === 'string' ? encoder.encode(text) : text)
          if ((controller.desiredSize ?? 0) < 0) end()
        }
        const stop = () => {
          isOpen = false
          clearInterval(timer)
          close?.()
          close = undefined
        }
        const end = () => {
          if (!isOpen) return
          stop()
          controller.close()
        }
        const timer = setInterval(() => write(':\n\n'), heartbeat)
        timer.unref()
        release = stop
        let close: (() => void) | undefined
        const opened = open({send: (event) => write(format(event)), end})
        // A source may end the stream while it is being opened.
        if (isOpen) close = opened
        else opened()
      },
      cancel() {
        release()
      },
    },
    new ByteLengthQueuingStrategy({highWaterMark: maxWaiting}),
  )
}

/** Several listeners receive the same object, so its bytes are made once. */
const bytesOf = new WeakMap<object, Uint8Array>()

function format({event, id, data}: ServerSentEvent): Uint8Array {
  const made = bytesOf.get(data)
  if (made) return made
  const head = id === undefined ? `event: ${event}\n` : `event: ${event}\nid: ${id}\n`
  // JSON.stringify writes no line breaks, so one data line is enough.
  const bytes = encoder.encode(`${head}data: ${JSON.stringify(data)}\n\n`)
  bytesOf.set(data, bytes)
  return bytes
}

/** Headers of a response with an event stream. */
export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Without this, proxies such as nginx buffer the response.
  'x-accel-buffering': 'no',
}
