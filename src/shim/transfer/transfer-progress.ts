import type { Progressed } from '../../contract/event/task-event.ts'
import type { CallFrame } from '../call/call-frame.ts'
import type { RunningCall } from '../call/live-call.ts'

/** Reports the progress of a transfer to listeners and the log. */
export interface TransferProgress {
  /** Reports `loaded` bytes; `expected` is absent while the size is not known. Does not report the last byte. */
  update(loaded: number, expected?: number): void
  /** Reports the last byte, once. */
  finish(total: number): void
}

/** ms between two reports, so that a fast transfer does not call the app for every packet. Browsers do the same for uploads. */
const LEAST_APART = 50

export function createTransferProgress<Progress>(
  { call, context: { clock } }: CallFrame<RunningCall>,
  direction: Progressed['direction'],
  listeners: ReadonlySet<(result: Progress) => void>,
  makeResult: (loaded: number, expected: number | undefined, whole: boolean) => Progress,
): TransferProgress {
  let furthest = 0
  let last = Number.NEGATIVE_INFINITY
  let finished = false

  const emit = (loaded: number, expected: number | undefined, whole: boolean) => {
    if (call.over) return
    furthest = loaded
    call.withListeners(
      listeners,
      () => makeResult(loaded, expected, whole),
      (calls, at) => {
        last = at
        call.emit({ type: 'progressed', at, direction, loaded, ...(expected !== undefined && { expected }), listeners: calls })
      },
    )
  }
  return {
    update(loaded, expected) {
      // The last byte is reported by `finish`.
      if (loaded === expected) return
      // Also when a redirect restarts an upload: progress never goes back.
      if (finished || loaded <= furthest || clock.now() - last < LEAST_APART) return
      emit(loaded, expected, false)
    },
    finish(total) {
      if (finished) return
      finished = true
      emit(total, total, true)
    },
  }
}
