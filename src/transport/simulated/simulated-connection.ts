import type { Clock } from '../../contract/clock.ts'
import type { NetworkConditions } from '../../contract/mock/network-conditions.ts'
import type { SocketConnection, SocketData } from '../../contract/transport.ts'
import { SocketEventBuffer } from '../socket-event-buffer.ts'

/**
 * Messages over a simulated connection: each takes `latency` ms in one direction, plus the time that its size takes at the current
 * throughput. Without either it arrives at once. When the network goes offline, the next message ends the connection.
 */
export function simulateConnection(
  inner: SocketConnection,
  latency: number,
  conditions: () => NetworkConditions,
  clock: Clock,
): Pick<SocketConnection, 'send' | 'close' | 'subscribe'> {
  const buffer = new SocketEventBuffer()
  const up = createPipe(latency, () => conditions().upKbps, clock)
  const down = createPipe(latency, () => conditions().downKbps, clock)
  const whileOnline = (run: () => void) => {
    if (buffer.closed) return
    if (conditions().online) return run()
    buffer.ended({ code: 1006, reason: '', clean: false })
    inner.close(1000, '')
  }
  inner.subscribe({
    message: (data) => down(sizeOf(data), () => whileOnline(() => buffer.message(data))),
    ended: (end) => down(0, () => buffer.ended(end)),
  })
  return {
    send: (data) => up(sizeOf(data), () => whileOnline(() => inner.send(data))),
    close: (code, reason) => up(0, () => whileOnline(() => inner.close(code, reason))),
    subscribe: (handlers) => buffer.subscribe(handlers),
  }
}

/** Delivers in order, each item when it would arrive. */
function createPipe(latency: number, kbps: () => number | null, clock: Clock): (size: number, arrive: () => void) => void {
  let free = 0
  let under = 0
  let before = Promise.resolve()
  return (size, arrive) => {
    const now = clock.now()
    const speed = kbps()
    free = Math.max(free, now) + (speed === null ? 0 : (size * 8) / speed)
    const due = free + latency
    if (due <= now && under === 0) return arrive()
    under += 1
    before = before
      .then(() => clock.sleep(due - clock.now()))
      .then(() => {
        under -= 1
        arrive()
      })
  }
}

const utf8 = new TextEncoder()

function sizeOf(data: SocketData): number {
  return typeof data === 'string' ? utf8.encode(data).byteLength : data.byteLength
}
