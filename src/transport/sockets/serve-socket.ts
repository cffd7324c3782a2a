import type { OpenSocket, PlainSocket } from './plain-socket.ts'
import type { PortCommand, PortEvent, SocketRequest } from './socket-port.ts'

/** The size of a batch: the app and the log must be done with it within a frame. */
const MAX_EVENTS = 100
const MAX_CHARACTERS = 256 * 1024

interface Batch {
  readonly events: PortEvent[]
  /** Length of its texts, which are copied; bytes are transferred. */
  characters: number
}

/** The worker's side of one socket. Events wait here until the page has processed the previous batch. */
export function serveSocket({ protocols, url }: SocketRequest, port: MessagePort, openSocket: OpenSocket): void {
  const batches: Batch[] = []
  let pageIsFree = true

  function flush(): void {
    const batch = pageIsFree ? batches.shift() : undefined
    if (!batch) return
    pageIsFree = false
    port.postMessage(batch.events, batch.events.filter(isBytes))
  }

  function emit(event: PortEvent): void {
    const characters = typeof event === 'string' ? event.length : 0
    const last = batches.at(-1)
    if (last && last.events.length < MAX_EVENTS && last.characters + characters <= MAX_CHARACTERS) {
      last.events.push(event)
      last.characters += characters
    } else batches.push({ events: [event], characters })
    flush()
  }

  function begin(): PlainSocket | undefined {
    try {
      return openSocket(url, protocols, {
        opened: (protocol) => emit({ type: 'opened', protocol }),
        message: emit,
        refused: (message) => emit({ type: 'refused', message }),
        failed: () => emit({ type: 'failed' }),
        closed: (end) => emit({ type: 'closed', ...end }),
      })
    } catch (cause) {
      emit({ type: 'refused', message: cause instanceof Error ? cause.message : String(cause) })
      return undefined
    }
  }

  const socket = begin()
  port.onmessage = ({ data: command }: MessageEvent<PortCommand>) => {
    if (command.type === 'more') {
      pageIsFree = true
      flush()
    } else if (command.type === 'send') socket?.send(command.data)
    else socket?.close(command.code, command.reason)
  }
}

function isBytes(event: PortEvent): event is ArrayBuffer {
  return event instanceof ArrayBuffer
}
