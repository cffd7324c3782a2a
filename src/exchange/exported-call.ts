import { textToBytes } from '../contract/byte-text.ts'
import { type BodySnapshot, NO_BODY } from '../contract/event/body-snapshot.ts'
import type { Json } from '../contract/event/json.ts'
import type { TaskError } from '../contract/event/task-error.ts'
import type { Created, HeaderList, SentForm, TaskEvent } from '../contract/event/task-event.ts'

/** What of a recorded call can be written down elsewhere. */
export interface ExportedCall {
  readonly api: Created['api']
  /** `wx`, or the framework whose API was called. */
  readonly owner: string
  readonly method: string
  /** As sent; as given where nothing was. */
  readonly url: string
  readonly header: HeaderList
  readonly body: BodySnapshot
  /** Of an upload. */
  readonly form?: SentForm
  readonly given: Created['given']
  readonly error?: TaskError
}

/** Reads a call from its events; `undefined` without their first. */
export function exportedCall(events: readonly TaskEvent[]): ExportedCall | undefined {
  const created = events.find((event) => event.type === 'created')
  if (!created) return undefined
  const { api, given, sent, framework } = created
  const form = events.find((event) => event.type === 'packed')?.form
  const error = events.find((event) => event.type === 'failed')?.error
  return {
    api,
    owner: framework ?? 'wx',
    method: sent?.method ?? (textOf(given['method']) ?? 'GET').toUpperCase(),
    url: sent?.url ?? textOf(given['url']) ?? '',
    header: sent?.header ?? [],
    body: sent?.body ?? NO_BODY,
    ...(form && { form }),
    given,
    ...(error && { error }),
  }
}

function textOf(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** What a body can be written as: its text, its bytes, or why it cannot be. */
export type WritableBody =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly base64: string; readonly bytes: Uint8Array }
  | { readonly kind: 'left-out'; readonly size: number }

/** A body of which only a part was kept is left out: the part would be another request. */
export function writableBody(body: BodySnapshot): WritableBody {
  if (body.kind === 'none') return { kind: 'none' }
  if (body.kind === 'omitted' || body.kept !== undefined) return { kind: 'left-out', size: body.size }
  if (body.kind === 'text') return { kind: 'text', text: body.text }
  const bytes = textToBytes(body.base64, 'base64')
  return bytes ? { kind: 'bytes', base64: body.base64, bytes } : { kind: 'left-out', size: body.size }
}

/** What is written in the place of a body that is left out. */
export function leftOut(size: number): string {
  return `body omitted: ${size.toLocaleString('en')} bytes`
}

/** What a copy of options writes for values that JSON has no words for, and for those that were too long or too deep to be kept. */
const DESCRIBED = /^\[(?:[A-Z]\w* \d+|circular|Array|Object|Date|threw|released)\]$/
const BIGINT = /^-?\d+n$/
/** Characters of a text from which on it may be cut. */
const LONGEST_TEXT = 10_000

/** Whether options of a caller were kept as they were given. */
export function isWhole(value: Json | Readonly<Record<string, Json>>): boolean {
  if (typeof value === 'string') return !DESCRIBED.test(value) && !BIGINT.test(value) && value.length <= LONGEST_TEXT
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every((item) => isWhole(item as Json))
}
