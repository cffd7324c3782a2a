import { messageOf } from '../../contract/describe.ts'
import { isArrayBuffer } from './is-array-buffer.ts'

/** A request body: its bytes and, if it was built from text, that text. */
export interface EncodedBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly text?: string
}

/** Thrown for data that cannot be serialized (CONV-20). */
export class DataError extends Error {}

const utf8 = new TextEncoder()

/** Encodes `data` for a method with a body, by its type and the Content-Type (CONV-2 … CONV-5, CONV-14 … CONV-22). */
export function encodeBody(data: unknown, contentType: string): EncodedBody | undefined {
  if (data === undefined || data === null || data === '') return undefined
  // Copied: the caller may change it while the call is queued.
  if (isArrayBuffer(data)) return data.byteLength === 0 ? undefined : { bytes: new Uint8Array(data.slice(0)) }
  const text = typeof data === 'object' ? encodeObject(data, contentType) : encodePrimitive(data)
  // `toJSON` may return nothing, so there may be no text.
  return text === undefined ? undefined : { bytes: utf8.encode(text), text }
}

/**
 * Appends the data of a GET to the query: CONV-1, nested values as JSON (CONV-6), `undefined` and `null` as these words (CONV-8). `url`
 * has no hash.
 */
export function addQuery(url: string, data: object): string {
  const pairs = new Map(serialise(() => Object.entries(data).map(([key, value]) => [key, encodePair(key, queryText(value))] as const)))
  if (pairs.size === 0) return url

  const queryAt = url.indexOf('?')
  const address = queryAt === -1 ? url : url.slice(0, queryAt)
  const old =
    queryAt === -1
      ? []
      : url
          .slice(queryAt + 1)
          .split('&')
          .filter((piece) => piece !== '')
  // CONV-11: an existing key keeps its place, new ones follow. Parts that are not overridden stay as they were written.
  const merged: string[] = []
  const placed = new Set<string>()
  for (const piece of old) {
    const key = decodeKey(piece)
    const pair = pairs.get(key)
    if (pair === undefined) merged.push(piece)
    else if (!placed.has(key)) merged.push(pair)
    if (pair !== undefined) placed.add(key)
  }
  for (const [key, pair] of pairs) if (!placed.has(key)) merged.push(pair)
  return `${address}?${merged.join('&')}`
}

function encodeObject(data: object, contentType: string): string | undefined {
  // CONV-22: "contains", because a charset may follow. CONV-18: every other type gets JSON.
  if (!contentType.toLowerCase().includes('application/x-www-form-urlencoded')) return serialise(() => JSON.stringify(data))
  // CONV-7: unlike in a query, nested values are not JSON here.
  return serialise(() =>
    Object.entries(data)
      .map(([key, value]) => encodePair(key, String(value)))
      .join('&'),
  )
}

function encodePrimitive(data: unknown): string {
  if (typeof data === 'bigint' || typeof data === 'symbol') throw new DataError(`a ${typeof data} cannot be serialised`)
  return String(data)
}

function queryText(value: unknown): string {
  return typeof value === 'object' && value !== null ? (JSON.stringify(value) ?? 'undefined') : String(value)
}

function encodePair(key: string, value: string): string {
  return `${encodeURIComponent(key)}=${encodeURIComponent(value)}`
}

function decodeKey(piece: string): string {
  const raw = piece.split('=', 1)[0] ?? ''
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}

/** Cycles, BigInts, lone surrogates and getters of the app may throw. */
function serialise<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (cause) {
    throw new DataError(messageOf(cause), { cause })
  }
}
