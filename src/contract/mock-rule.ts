import type { Json } from './event/json.ts'

/** One mock rule, as plain data: what it answers, and how. */
export interface MockRule {
  /** Its own among all rules; events name it. */
  readonly id: string
  /** What the panel calls it. */
  readonly name: string
  /** A rule that is off answers nobody and counts no hits. */
  readonly enabled: boolean
  /** Which calls it answers. */
  readonly when: RuleMatch
  /** One answer, or several: one after another and then the last, round and round, or drawn at random by `seed`. */
  readonly respond:
    | MockAnswer
    | { readonly mode: 'sequence' | 'cycle' | 'random'; readonly answers: readonly MockAnswer[]; readonly seed?: number }
  /** Stop matching after so many hits. */
  readonly limit?: number
}

/** Which calls a rule answers: all that it names must hold. */
export interface RuleMatch {
  /** Default: any. */
  readonly api?: 'request' | 'uploadFile' | 'downloadFile' | 'connectSocket'
  /** Default: any. */
  readonly method?: string | readonly string[]
  /** Exact, an MSW path pattern (`:id`, `*`), or `/regex/flags`. The query is no part of it. Sockets have ws or wss urls. */
  readonly url: string
  /** All of these must hold. */
  readonly all?: readonly Condition[]
  /** At least one of these must hold. */
  readonly any?: readonly Condition[]
}

/** Something about a call that must hold. */
export interface Condition {
  /** Where to look. */
  readonly on: 'query' | 'header' | 'cookie' | 'body' | 'call'
  /** The key of the query, the name of the header or cookie, the JSONPath into the body. None for `call`, the number of this hit, from 1. */
  readonly name?: string
  readonly operator: 'equals' | 'contains' | 'matches' | 'exists' | '<' | '>'
  readonly value?: Json
  /** Turns the verdict round. */
  readonly not?: boolean
}

/** What a call gets. Times are ms. */
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
  | SocketAnswer

/**
 * Takes a socket and plays the server. A rule that has such an answer is about sockets only; beside it the kinds `fail`, `hang` and
 * `passthrough` may stand. With `api: 'connectSocket'`, `response` refuses the handshake with its status.
 */
export interface SocketAnswer {
  readonly kind: 'socket'
  /** The sub-protocol to choose. Default: the first that the app offered. */
  readonly protocol?: string
  /** Of the answer to the handshake. */
  readonly headers?: Readonly<Record<string, string>>
  /** Before the handshake is answered. */
  readonly delay?: Delay
  /** Done one after another, from the moment on which the socket is open. After the last one the socket stays open. */
  readonly script: readonly SocketStep[]
}

/**
 * One thing that a mocked server does, `after` so many ms. It says goodbye by itself when the app closes, and nothing of its
 * script is done after that.
 */
export type SocketStep = { readonly after?: Delay } & (
  | { readonly text: string }
  /** Sent as text. */
  | { readonly json: Json }
  /** Sent as a binary message. */
  | { readonly base64: string }
  /** Waits for a message that fits; those that do not fit are passed over. */
  | { readonly expect: MessageMatch }
  /** From here on, and beside the steps that follow, each message that fits starts these steps. */
  | { readonly on: MessageMatch; readonly reply: readonly SocketStep[] }
  /** From here on, sends back every message as it came, or only so many. */
  | { readonly echo: true | number }
  /** Does the steps so often. `forever` needs a step in it that waits. */
  | { readonly repeat: number | 'forever'; readonly steps: readonly SocketStep[] }
  /** Code 1000 and no reason unless they are given. Nothing can follow. */
  | { readonly close: { readonly code?: number; readonly reason?: string } }
  /** The connection breaks without a goodbye. Nothing can follow. */
  | { readonly drop: true }
)

/**
 * What a message must be like: all of these hold. Without a `name` a condition is about the whole text (of a binary message, its
 * bytes read as UTF-8); with a JSONPath as `name`, about that place in its JSON. An empty list takes any message.
 */
export type MessageMatch = readonly Omit<Condition, 'on'>[]

/** ms, or a distribution of ms. */
export type Delay =
  | number
  | {
      readonly mean: number
      readonly jitter?: number
      readonly distribution?: 'uniform' | 'normal' | 'spike'
      readonly seed?: number
    }
