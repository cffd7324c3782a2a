import type { Answer } from '../../contract/transport.ts'
import type { ChunkReceivedResult } from '../../contract/wx/wx.ts'
import { joinChunks } from '../options/decode.ts'
import { snapshotBody } from '../options/snapshot-body.ts'
import type { CallFrame } from './call-frame.ts'
import type { RunningCall } from './live-call.ts'

/** A body that has arrived. */
export interface ReceivedBody {
  /** The whole body; with `streamTo`, only what a recording may hold. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Bytes received. */
  readonly size: number
}

/**
 * Reads the body into memory. The app sees the chunks only if they are streamed to listeners (CHUNK-1). `undefined` if the call has ended.
 */
export async function receiveBody(
  { call, settings, context }: CallFrame<RunningCall>,
  answer: Answer,
  streamTo?: ReadonlySet<(result: ChunkReceivedResult) => void>,
): Promise<ReceivedBody | undefined> {
  const mostKept = context.mostKept(settings)
  const pieces: Uint8Array[] = []
  let received = 0
  for await (const piece of answer.chunks) {
    if (call.over) return undefined
    const size = piece.byteLength
    if (size === 0) continue
    // A stream may run for hours: of a body that the app does not get as a whole, only what a recording may hold is kept.
    if (!streamTo || received < mostKept) pieces.push(piece)
    received += size
    call.withListeners(
      streamTo ?? NOBODY,
      () => ({ data: joinChunks([piece]).buffer }),
      (calls, at) =>
        call.emit({ type: 'chunk-received', at, size, ...(streamTo && { body: snapshotBody(piece, mostKept) }), listeners: calls }),
    )
    if (call.over) return undefined
  }
  return { bytes: joinChunks(pieces), size: received }
}

/** The last gate of a call that has its answer: what it ends with. Without `whole` the app does not get the body as a whole. */
export async function passEnd(
  { call, context: { gates } }: CallFrame<RunningCall>,
  answer: Answer,
  bytes: Uint8Array<ArrayBuffer>,
  whole = true,
): Promise<{ readonly answer: Answer; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const ending = whole ? { answer, bytes } : { answer }
  return { bytes, ...(gates ? await gates.end(call, ending) : ending) }
}

const NOBODY: ReadonlySet<never> = new Set<never>()
