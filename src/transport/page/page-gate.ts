import type { Clock } from '../../contract/clock.ts'
import type { Disposables } from '../../contract/disposables.ts'
import type { FrameworkCall, FrameworkCalls, PackedBody, PackedFile, PageRequest } from '../../contract/framework-call.ts'
import type { ResourceTimes } from '../network/resource-times.ts'

/** What the patched XMLHttpRequest, fetch and WebSocket of the page need. */
export interface PageGate {
  readonly calls: FrameworkCalls
  readonly clock: Clock
  /** Undoes what the patches started. */
  readonly disposables: Disposables
  readonly times: ResourceTimes
  /** The framework's call that this request belongs to; `undefined` for a request of the page itself, which is left alone. */
  take(kind: 'request' | 'socket', url: string): FrameworkCall | undefined
}

/** The absolute URL that the page would call. Throws what `new URL` throws. */
export function absoluteUrl(written: string): string {
  const { document, location } = globalThis as {
    readonly document?: { readonly baseURI: string }
    readonly location?: { readonly href: string }
  }
  return new URL(written, document?.baseURI ?? location?.href).href
}

/** The bytes of a body if they are available at once, else how to read them. */
export function readPageBody(body: unknown): Pick<PageRequest, 'body' | 'pack'> {
  if (body === null || body === undefined) return { body: undefined }
  if (typeof body === 'string') return { body: new TextEncoder().encode(body) }
  // A copy: the app may change it.
  if (body instanceof ArrayBuffer) return { body: new Uint8Array(body.slice(0)) }
  if (ArrayBuffer.isView(body)) return { body: new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice() }
  if (body instanceof FormData) return { body: undefined, pack: () => packForm(body) }
  if (body instanceof Blob || body instanceof URLSearchParams) return { body: undefined, pack: () => packPlain(body) }
  return { body: undefined }
}

async function packPlain(body: Blob | URLSearchParams): Promise<PackedBody> {
  const response = new Response(body)
  return { body: await response.blob(), contentType: response.headers.get('content-type') ?? '' }
}

async function packForm(data: FormData): Promise<PackedBody> {
  const response = new Response(data)
  const contentType = response.headers.get('content-type') ?? ''
  const fields: [string, string][] = []
  const files: [string, File][] = []
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.push([name, value])
    else files.push([name, value])
  }
  const read = files.map(async ([field, file]): Promise<PackedFile> => {
    const { name, size, type } = file
    return { field, name, type, size, beginning: new Uint8Array(await file.slice(0, KEPT).arrayBuffer()) }
  })
  return { body: await response.blob(), contentType, form: { fields, files: await Promise.all(read) } }
}

/** Bytes of each file that are read for the log. */
const KEPT = 8 * 1024 * 1024
