/** One test vector as docs/wechat.md (section 11) describes it: a call, what a server answers, what must come of it. */
export interface Vector {
  readonly id: string
  readonly rule: string
  readonly api: string
  readonly env: Readonly<Record<string, unknown>>
  readonly options: Readonly<Record<string, unknown>>
  /** `null`: the server must not be reached. None: it says yes to everything. */
  readonly server?: ServerScript | null
  readonly steps?: readonly Step[]
  readonly expect: Readonly<Record<string, unknown>>
  readonly source?: string
  readonly confidence: 'documented' | 'observed' | 'inferred'
  readonly note?: string
}

export interface ServerScript {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string
  readonly bodyHex?: string
  readonly bodyZeros?: number
  readonly chunks?: readonly (string | { readonly $hex?: string; readonly $arraybuffer?: string })[]
  /** Before each chunk. */
  readonly chunkDelayMs?: number
  /** Before the head of the answer. */
  readonly delayMs?: number
  readonly hang?: boolean
  /** A transport failure by its Chromium name. */
  readonly error?: string
  /** A socket's server: `accept`, `accept-then-drop`, `accept-then-close`, `echo`, `hang`, or `http404` and the like. */
  readonly ws?: string
  /** The sub-protocol that it chooses. */
  readonly protocol?: string
  /** What it says once the socket is open: one message or a list. */
  readonly send?: SentMessage | readonly SentMessage[]
  readonly messages?: SentMessage | readonly SentMessage[]
  readonly frames?: SentMessage | readonly SentMessage[]
  readonly echo?: boolean
  /** How it says goodbye after that. */
  readonly close?: { readonly code?: number; readonly reason?: string }
  /** What the next request gets. */
  readonly then?: ServerScript
}

export type SentMessage = string | { readonly $hex?: string; readonly $arraybuffer?: string }

export interface Step {
  readonly call?: string
  readonly options?: Readonly<Record<string, unknown>>
  readonly server?: ServerScript | null
  readonly times?: number
  readonly index?: number
  readonly listener?: string
  readonly await?: string
  readonly waitMs?: number
  readonly appHide?: boolean
  readonly appShow?: boolean
}

/** Undoes the encodings that JSON cannot say: `$undefined`, `$arraybuffer`, `$hex`. */
export function decodeValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decodeValue)
  if (typeof value !== 'object' || value === null) return value
  const coded = value as { $undefined?: boolean; $arraybuffer?: string; $hex?: string }
  if (coded.$undefined) return undefined
  const hex = coded.$arraybuffer ?? coded.$hex
  if (typeof hex === 'string') return bytesOfHex(hex).buffer
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, decodeValue(inner)]))
}

export function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [])
}

export function hexOf(bytes: ArrayBuffer | Uint8Array): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
