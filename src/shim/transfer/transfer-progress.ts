import type { Progressed } from '../../contract/event/task-event.ts'
import type { CallFrame } from '../call/call-frame.ts'
import type { RunningCall } from '../call/live-call.ts'

/** Tells listeners and the record how far a transfer has come. */
export interface TransferProgress {
  /** So many bytes went over; `expected` is absent while nobody knows how many there will be. Says nothing of the last byte. */
  update(loaded: number, expected?: number): void
  /** The last byte went over. Told once, whatever was told before. */
  finish(total: number): void
}

/** ms. Between two reports, so that a fast transfer does not call the app for every packet. Browsers keep the same for uploads. */
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
      // What may be the last byte is told by `finish`.
      if (loaded === expected) return
      // Also when a redirect makes an upload begin anew: a bar never runs backwards.
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
