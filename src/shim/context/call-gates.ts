import type { TaskEvent, Unstamped } from '../../contract/event/task-event.ts'
import type { Answer, Outgoing } from '../../contract/transport.ts'
import type { Deadlines } from './deadlines.ts'

/** A call, as gates use it. */
export interface GatedCall {
  readonly taskId: string
  readonly over: boolean
  readonly unwanted: AbortSignal
  emit(event: Unstamped<TaskEvent>): void
}

/** Where calls can be held. A call may have ended when a gate lets it go on; what makes it fail is thrown. */
export interface CallGates {
  /** Before it is sent. Returns what is sent. */
  send(call: GatedCall, outgoing: Outgoing): Promise<Outgoing>
  /** Before its headers arrive. Returns what arrives, whose pieces are held one by one. */
  answer(call: GatedCall, answer: Answer): Promise<Answer>
  /** Before it ends well. Returns what it ends with. */
  end(call: GatedCall, ending: Ending): Promise<Ending>
}

/** The gates of one shim. */
export interface ShimGates {
  readonly calls: CallGates
  /** Deadlines that stand still while their call is held. */
  freezable(deadlines: Deadlines): Deadlines
}

/** What a call ends with. */
export interface Ending {
  readonly answer: Answer
  /** Absent if the app does not get the body as a whole. */
  readonly bytes?: Uint8Array<ArrayBuffer>
}
