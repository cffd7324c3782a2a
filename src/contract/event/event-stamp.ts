/** What every event says of itself. */
export interface Stamp {
  readonly taskId: string
  /** 0, 1, 2 … within the task. A gap or a repeat means that a link lost or doubled an event. */
  readonly seq: number
  /** Milliseconds on the session's clock. */
  readonly at: number
  /** What a record shortened to keep within its limits. A task itself never says this. */
  readonly cut?: readonly Cut[]
}

/** A text or a list of an event of which only the beginning is left. */
export interface Cut {
  /** Which one: a JSON Pointer (RFC 6901) into the event, such as `/sent/url`. */
  readonly where: string
  /** Characters of the whole text, or entries of the whole list. */
  readonly size: number
  /** How many of them are left. */
  readonly kept: number
}

/** A listener of the caller ran, and returned or threw. */
export interface ListenerCall {
  /** ms on the session's clock, when it was called. */
  readonly at: number
  /** ms. */
  readonly took: number
  readonly threw?: string
}
