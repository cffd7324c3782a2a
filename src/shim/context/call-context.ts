import type { Clock } from '../../contract/clock.ts'
import type { CallEnvironment } from '../../contract/event/platform.ts'
import type { FailReason } from '../../contract/event/task-error.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { FileStore } from '../../contract/file-store.ts'
import type { Settings } from '../../contract/settings.ts'
import type { ThrowLater } from '../../contract/throw-later.ts'
import type { Transport } from '../../contract/transport.ts'
import type { CallGates } from './call-gates.ts'
import type { Deadlines } from './deadlines.ts'
import type { Environment } from './environment.ts'
import type { SharedRest } from './shared-rest.ts'
import type { SlotQueue } from './slot-queue.ts'
import type { Report } from './tool-console.ts'

/** What all calls of one shim share. */
export interface CallContext {
  readonly clock: Clock
  readonly transport: Transport
  /** The same transport behind an HTTP cache (REQ-12). */
  readonly cache: Transport
  readonly files: FileStore
  readonly emit: (event: TaskEvent) => void
  readonly environment: Environment
  readonly report: Report
  readonly throwLater: ThrowLater
  readonly slots: SlotQueue
  readonly deadlines: Deadlines
  readonly rest: SharedRest
  /** Where calls can be held. Absent where nobody can hold them. */
  readonly gates?: CallGates
  /** Why no call can be made now; `undefined` if calls can be made. */
  readonly interruption: () => FailReason | undefined
  /** Stops a running call, by task id. */
  readonly live: Map<string, (reason: FailReason) => void>
  readonly nextTaskId: () => string
  /** Bytes of one body that a recording may hold. */
  readonly mostKept: (settings: Settings) => number
  readonly callEnvironment: (settings: Settings) => CallEnvironment
}
