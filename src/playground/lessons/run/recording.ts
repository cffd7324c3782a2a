import type { Json } from '../../../contract/event/json.ts'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import type { TaskSnapshot } from '../../../entry/record.ts'

/** A callback or listener that the code gave to a call, whether it ran or not. */
export interface Given {
  /** Which call it belongs to, from 1. */
  readonly call: number
  readonly name: string
}

/** A callback or listener of the app that ran. */
export interface Heard extends Given {
  /** ms since the run began. */
  readonly at: number
  readonly argument: Json
}

/** A line that the code wrote. */
export interface ConsoleLine {
  readonly at: number
  readonly text: string
  readonly isError: boolean
}

/** One thing that happened. */
export type Moment =
  | { readonly kind: 'event'; readonly call: number; readonly at: number; readonly event: TaskEvent }
  | ({ readonly kind: 'heard' } & Heard)

/** A run of a lesson: what the shim recorded and what the app got, in the order in which it happened. */
export interface Recording {
  readonly moments: readonly Moment[]
  readonly console: readonly ConsoleLine[]
  readonly given: readonly Given[]
  /** What is known of each call at the end, in the order of the calls. */
  readonly tasks: readonly TaskSnapshot[]
  /** What the code itself threw, outside its callbacks: then not all of it ran. */
  readonly threw?: string
  /** The code that ran. */
  readonly code: string
}

/** The events of one call, or of all. */
export function eventsOf(recording: Recording, call?: number): readonly TaskEvent[] {
  return recording.moments.flatMap((moment) =>
    moment.kind === 'event' && (call === undefined || moment.call === call) ? [moment.event] : [],
  )
}

export function heardOf(recording: Recording, call: number): readonly Heard[] {
  return recording.moments.flatMap((moment) => (moment.kind === 'heard' && moment.call === call ? [moment] : []))
}

/** When the last thing happened, ms. */
export function endOf({ moments }: Recording): number {
  return moments.reduce((end, { at }) => Math.max(end, at), 1)
}
