import type { BodySnapshot } from './body-snapshot.ts'
import type { Stamp } from './event-stamp.ts'
import type { Json } from './json.ts'

/**
 * Where a call can be held: before it is sent, before its headers arrive, before the first piece of its body, before each later piece, and
 * before it ends and its callbacks are called.
 */
export type Gate = 'send' | 'headers' | 'first-chunk' | 'chunk' | 'callbacks'

/** All gates, in the order in which a call comes to them. */
export const GATES: readonly Gate[] = ['send', 'headers', 'first-chunk', 'chunk', 'callbacks']

/** What to change of a held call. What is left out stays as it is; `header` replaces all headers. */
export interface HeldChange {
  /** At `send`: an absolute http or https URL. */
  readonly url?: string
  /** At `send`. */
  readonly method?: string
  /** At `send`, `headers` and `callbacks`. */
  readonly header?: Readonly<Record<string, string>>
  /** The body: a string as it is, anything else as its JSON. At `chunk` one piece, at `headers` and `callbacks` the whole. */
  readonly data?: Json
  /** At `headers` and `callbacks`. */
  readonly statusCode?: number
  /** Makes the call fail with this Chromium net error, such as `ERR_CONNECTION_RESET`. */
  readonly fail?: string
}

/** The call waits at a gate until a person lets it go on. */
export interface Held extends Stamp {
  readonly type: 'held'
  readonly gate: Gate
  /** ms after which it goes on by itself. */
  readonly continueAfter: number
  /** Whether the timeout of the call stands still meanwhile. */
  readonly timeout: 'frozen' | 'runs'
  /** At `headers`, what has come; the listeners do not have it yet. */
  readonly statusCode?: number
  readonly header?: Readonly<Record<string, string>>
  /** At `first-chunk` and `chunk` the piece, at `callbacks` the whole body. */
  readonly body?: BodySnapshot
}

/** Who let a held call go on. `time`: nobody did in time. `no-panel`: the last panel was closed. */
export type ResumedBy = 'person' | 'time' | 'no-panel'

/** A held call goes on. A call that ends while it is held has none. */
export interface Resumed extends Stamp {
  readonly type: 'resumed'
  readonly gate: Gate
  readonly by: ResumedBy
  /** What was changed meanwhile, without the body. Absent if nothing was. */
  readonly change?: Omit<HeldChange, 'data'>
  /** The body that replaces what was there. */
  readonly body?: BodySnapshot
}
