import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import type { Succeeded } from '../../contract/event/task-event.ts'
import { snapshotBody, utf8Text } from './snapshot-body.ts'

export interface DecodeAs {
  /** `dataType: 'json'`: one JSON.parse is tried (REQ-6). */
  readonly json: boolean
  readonly arraybuffer: boolean
}

export interface Decoded {
  readonly data: unknown
  readonly dataForm: Succeeded['dataForm']
  readonly body: BodySnapshot
}

/** The pieces of a body as one, copied once; the buffer belongs to nobody else. */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    joined.set(chunk, at)
    at += chunk.byteLength
  }
  return joined
}

/** What becomes of a body in `res.data`, and in the recording; `undefined` when it must be text and cannot be (RES-8). */
export function decode(bytes: Uint8Array<ArrayBuffer>, as: DecodeAs, contentType: string, mostKept: number): Decoded | undefined {
  const utf8 = utf8Text(bytes)
  const body = snapshotBody(bytes, mostKept, utf8)
  if (as.arraybuffer) return { data: bytes.buffer, dataForm: 'arraybuffer', body }
  const text = utf8 ?? textByCharset(bytes, contentType)
  if (text === undefined) return undefined
  // RES-5: one BOM goes, a second stays.
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (clean === '') return { data: '', dataForm: 'empty', body }
  return as.json ? { ...parseOnce(clean), body } : { data: clean, dataForm: 'text', body }
}

/** RES-2: tried once; a text that is no JSON stays a text. */
function parseOnce(text: string): { data: unknown; dataForm: 'json' | 'text' } {
  try {
    return { data: JSON.parse(text), dataForm: 'json' }
  } catch {
    return { data: text, dataForm: 'text' }
  }
}

/** RES-8: another encoding is converted when the server names it. */
function textByCharset(bytes: Uint8Array, contentType: string): string | undefined {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1]
  if (charset === undefined) return undefined
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
