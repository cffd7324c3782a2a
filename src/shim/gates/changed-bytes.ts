import type { Json } from '../../contract/event/json.ts'
import { toJson } from '../../contract/to-json.ts'

const utf8 = new TextEncoder()

/** A body that a person wrote: a string as it is, anything else as its JSON. */
export function bytesOf(data: Json): Uint8Array<ArrayBuffer> {
  return utf8.encode(typeof data === 'string' ? data : toJson(data))
}
