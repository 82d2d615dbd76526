/** One server-sent event (HTML standard, section 9.2). `data` is sent as JSON; one object always belongs to the same event. */
interface ServerSentEvent {
  event: string
  id?: string
  data: object
}

export interface EventStreamOptions {
  /** Milliseconds between comments that keep proxies from closing the connection. */
  heartbeat?: number
  /** Bytes that may wait for a slow reader. Beyond them the stream ends: the reader opens it anew and reads what it missed. */
  maxWaiting?: number
}

export interface EventSink {
  send: (event: ServerSentEvent) => void
  /** End the stream after what was sent. */
  end: () => void
}

const HEARTBEAT = 15_000
const MAX_WAITING = 8 * 1024 * 1024
const encoder = new TextEncoder()

/**
 * The body of an event stream.
 *
 * @param open - starts the source of events; what it returns is called once, when the reader goes, falls behind, or the
 *   source has ended the stream
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
        // A source may end the stream while it opens.
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

/** Events that several listeners hear are the same object, so their bytes are made once. */
const bytesOf = new WeakMap<object, Uint8Array>()

function format({event, id, data}: ServerSentEvent): Uint8Array {
  const made = bytesOf.get(data)
  if (made) return made
  const head = id === undefined ? `event: ${event}\n` : `event: ${event}\nid: ${id}\n`
  // JSON has no line breaks of its own, so one data line holds it.
  const bytes = encoder.encode(`${head}data: ${JSON.stringify(data)}\n\n`)
  bytesOf.set(data, bytes)
  return bytes
}

export const EVENT_STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  // Proxies such as nginx collect answers unless told not to.
  'x-accel-buffering': 'no',
}
