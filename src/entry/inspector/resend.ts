import type { TaskEvent } from '../../contract/event/task-event.ts'
import { InspectorError } from '../../contract/inspector-error.ts'
import { callAgain } from '../../exchange/resend/call-again.ts'
import type { Shim } from '../../shim/create-wx.ts'
import type { TaskRecord } from './task-record.ts'

/** Makes a recorded call again and gives the id of the new task. Throws InspectorError `bad-option` for one that cannot be made again. */
export type Resend = (taskId: string, change?: Readonly<Record<string, unknown>>) => string

interface ResendParts {
  readonly shim: () => Shim
  readonly record: TaskRecord
}

/** Sends recorded calls again. `mark` goes between the shim and the record: it tells of which task a call is the repetition. */
export function createResend({ shim, record }: ResendParts): { readonly resend: Resend; readonly mark: (event: TaskEvent) => TaskEvent } {
  let from: string | undefined
  let made: string | undefined
  return {
    mark(event) {
      if (from === undefined || event.type !== 'created' || made !== undefined) return event
      made = event.taskId
      return { ...event, resentFrom: from }
    },
    resend(taskId, change) {
      const events = typeof taskId === 'string' ? record.log.events(taskId) : []
      if (events.length === 0) throw fault('taskId', 'must be the id of a recorded task')
      if (change !== undefined && (typeof change !== 'object' || change === null || Array.isArray(change)))
        throw fault('change', 'must be an object of options, such as { timeout: 5000 }')
      const again = callAgain(events)
      if (!again)
        throw fault(
          'taskId',
          'must be a call of wx whose request was kept whole: a call of the page, or without its body, cannot be sent again',
        )
      from = taskId
      made = undefined
      try {
        // The call is recorded before this returns.
        const { wx } = shim()
        ;(wx[again.api] as (options: object) => unknown)({ ...again.options, ...change })
      } finally {
        from = undefined
      }
      if (made === undefined) throw fault('taskId', 'cannot be sent again while recording is paused')
      return made
    },
  }
}

function fault(path: string, message: string): InspectorError {
  return new InspectorError('bad-option', 'resend cannot do this.', { issues: [{ path, message }] })
}
