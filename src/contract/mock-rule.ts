import type { Json } from './json.ts'

/** One mock rule, as plain data: what it answers, and how. */
export interface MockRule {
  readonly id: string
  readonly name: string
  readonly enabled: boolean
  readonly when: RuleMatch
  readonly respond:
    | MockAnswer
    | { readonly mode: 'sequence' | 'cycle' | 'random'; readonly answers: readonly MockAnswer[]; readonly seed?: number }
  /** Stop matching after so many hits. */
  readonly limit?: number
}

export interface RuleMatch {
  /** Default: any. */
  readonly api?: 'request' | 'uploadFile' | 'downloadFile' | 'connectSocket'
  /** Default: any. */
  readonly method?: string | readonly string[]
  /** Exact, an MSW path pattern (`:id`, `*`), or `/regex/flags`. The query is no part of it. */
  readonly url: string
  /** All of these must hold. */
  readonly all?: readonly Condition[]
  /** At least one of these must hold. */
  readonly any?: readonly Condition[]
}

export interface Condition {
  readonly on: 'query' | 'header' | 'cookie' | 'body' | 'call'
  /** The key of the query, the name of the header or cookie, the JSONPath into the body. None for `call`, the number of this hit, from 1. */
  readonly name?: string
  readonly operator: 'equals' | 'contains' | 'matches' | 'exists' | '<' | '>'
  readonly value?: Json
  /** Turns the verdict round. */
  readonly not?: boolean
}

export type MockAnswer =
  | {
      readonly kind: 'response'
      /** Default 200. */
      readonly status?: number
      readonly headers?: Readonly<Record<string, string | readonly string[]>>
      /** Raw Set-Cookie lines. They reach `res.cookies` and never the page's own cookies. */
      readonly cookies?: readonly string[]
      readonly body?: { readonly json: Json } | { readonly text: string } | { readonly base64: string } | { readonly template: Json }
      readonly delay?: Delay
      readonly throttle?: { readonly bytesPerSecond: number }
      /** Sent after the body, each `after` ms after the one before. */
      readonly chunks?: readonly { readonly after: number; readonly text?: string; readonly base64?: string }[]
    }
  | { readonly kind: 'redirect'; readonly status?: 301 | 302 | 303 | 307 | 308; readonly to: string }
  /** `error` is a Chromium net error name such as ERR_CONNECTION_REFUSED or ERR_CERT_DATE_INVALID. */
  | { readonly kind: 'fail'; readonly error: string; readonly delay?: Delay }
  /** Takes the call and never answers. */
  | { readonly kind: 'hang' }
  /** Matches, and lets the call go on to the network. */
  | { readonly kind: 'passthrough' }

/** ms, or a distribution of ms. */
export type Delay =
  | number
  | {
      readonly mean: number
      readonly jitter?: number
      readonly distribution?: 'uniform' | 'normal' | 'spike'
      readonly seed?: number
    }
