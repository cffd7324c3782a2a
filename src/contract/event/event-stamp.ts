/** The properties of every event. */
export interface Stamp {
  readonly taskId: string
  /** 0, 1, 2 … within the task. A gap or repetition means that an event was lost or duplicated. */
  readonly seq: number
  /** ms on the session clock. */
  readonly at: number
  /** What the log cut to stay within its limits. Not set by the task itself. */
  readonly cut?: readonly Cut[]
}

/** A text or list of which only the beginning is kept. */
export interface Cut {
  /** Its place: a JSON Pointer (RFC 6901) into the event, such as `/sent/url`. */
  readonly where: string
  /** Characters of the whole text, or entries of the whole list. */
  readonly size: number
  /** How many of them are kept. */
  readonly kept: number
}

/** A call of one of the app's listeners. */
export interface ListenerCall {
  /** ms on the session clock. */
  readonly at: number
  /** ms. */
  readonly took: number
  readonly threw?: string
}
