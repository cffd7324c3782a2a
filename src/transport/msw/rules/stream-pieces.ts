import type { Clock } from '../../../contract/clock.ts'
import { TransportFailure } from '../../../contract/transport.ts'

/** A piece of a body, sent `wait` ms after the previous one. */
export interface Piece {
  readonly wait: number
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** ms. A throttled body is sent in slices of this length. */
const SLICE = 50

/** Streams a body piece by piece, each when it is due. Stops when `signal` aborts or the reader cancels. */
export function streamPieces(pieces: Iterable<Piece>, clock: Clock, signal: AbortSignal): ReadableStream<Uint8Array<ArrayBuffer>> {
  const rest = pieces[Symbol.iterator]()
  const stop = new AbortController()
  if (signal.aborted) stop.abort()
  signal.addEventListener('abort', () => stop.abort(), { signal: stop.signal })
  // Due times, not delays: a slow reader does not postpone the later pieces.
  let due = clock.now()
  return new ReadableStream(
    {
      async pull(controller) {
        const next = rest.next()
        if (next.done) {
          stop.abort()
          controller.close()
          return
        }
        due += next.value.wait
        await clock.sleep(due - clock.now(), stop.signal)
        if (signal.aborted) controller.error(new TransportFailure('ERR_ABORTED'))
        else if (!stop.signal.aborted) controller.enqueue(next.value.bytes)
      },
      cancel: () => stop.abort(),
    },
    { highWaterMark: 0 },
  )
}

/** Splits a piece into slices so that at most `bytesPerSecond` are sent. */
export function* throttlePiece({ wait, bytes }: Piece, bytesPerSecond: number): Generator<Piece> {
  const size = Math.max(1, Math.round((bytesPerSecond * SLICE) / 1000))
  for (let start = 0; start < bytes.length; start += size) {
    const slice = bytes.subarray(start, start + size)
    yield { wait: (start === 0 ? wait : 0) + (slice.length / bytesPerSecond) * 1000, bytes: slice }
  }
}
