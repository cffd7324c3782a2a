import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import type { Succeeded } from '../../contract/event/task-event.ts'
import { snapshotBody, utf8Text } from './snapshot-body.ts'

/** How a body is decoded. */
export interface DecodeAs {
  /** `dataType: 'json'`: JSON.parse is tried once (REQ-6). */
  readonly json: boolean
  readonly arraybuffer: boolean
}

/** A decoded body: as the app gets it, and as it is recorded. */
export interface Decoded {
  readonly data: unknown
  readonly dataForm: Succeeded['dataForm']
  readonly body: BodySnapshot
}

/** Joins chunks into one array with a buffer of its own. */
export function joinChunks(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    joined.set(chunk, at)
    at += chunk.byteLength
  }
  return joined
}

/** Decodes a body for `res.data` and for the log; `undefined` if it must be text but is not (RES-8). */
export function decode(bytes: Uint8Array<ArrayBuffer>, as: DecodeAs, contentType: string, mostKept: number): Decoded | undefined {
  const utf8 = utf8Text(bytes)
  const body = snapshotBody(bytes, mostKept, utf8)
  if (as.arraybuffer) return { data: bytes.buffer, dataForm: 'arraybuffer', body }
  const text = utf8 ?? textByCharset(bytes, contentType)
  if (text === undefined) return undefined
  // RES-5: one BOM is removed, a second is kept.
  const clean = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (clean === '') return { data: '', dataForm: 'empty', body }
  return as.json ? { ...parseOnce(clean), body } : { data: clean, dataForm: 'text', body }
}

/** RES-2: tried once; text that is not JSON stays text. */
function parseOnce(text: string): { data: unknown; dataForm: 'json' | 'text' } {
  try {
    return { data: JSON.parse(text), dataForm: 'json' }
  } catch {
    return { data: text, dataForm: 'text' }
  }
}

/** RES-8: other encodings are decoded if the server names them. */
function textByCharset(bytes: Uint8Array, contentType: string): string | undefined {
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1]
  if (charset === undefined) return undefined
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
