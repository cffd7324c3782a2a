import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import type { MessageForm } from '../../contract/event/socket-event.ts'
import type { SocketData } from '../../contract/transport.ts'
import { isArrayBuffer } from '../options/is-array-buffer.ts'
import { snapshotBinary, snapshotBody } from '../options/snapshot-body.ts'

const utf8 = new TextEncoder()

/** Copies the data given to `send`; `undefined` if it is neither a string nor an ArrayBuffer (WS-15). */
export function readMessage(data: unknown): SocketData | undefined {
  if (typeof data === 'string') return data
  return isArrayBuffer(data) ? new Uint8Array(data.slice(0)) : undefined
}

/** A message as events hold it, at most `most` bytes. Binary messages stay binary, even if they are valid text. */
export function snapshotMessage(data: SocketData, most: number): { readonly form: MessageForm; readonly body: BodySnapshot } {
  return typeof data === 'string'
    ? { form: 'text', body: snapshotBody(utf8.encode(data), most, data) }
    : { form: 'binary', body: snapshotBinary(data, most) }
}

/** The data that onMessage gets (WS-5): an ArrayBuffer of this realm that the app owns. */
export function messageData(data: SocketData): string | ArrayBuffer {
  if (typeof data === 'string') return data
  return data.byteLength === data.buffer.byteLength && data.buffer instanceof ArrayBuffer ? data.buffer : new Uint8Array(data).buffer
}
