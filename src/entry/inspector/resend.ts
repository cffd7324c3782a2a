import type { TaskEvent } from '../../contract/event/task-event.ts'
import { InspectorError } from '../../contract/inspector-error.ts'
import { type CallAgain, callAgain } from '../../exchange/resend/call-again.ts'
import type { Shim } from '../../shim/create-wx.ts'
import type { TaskRecord } from './task-record.ts'

/** Calls that are made from the panel or by a script. Each gives the id of its task, and throws InspectorError `bad-option` for what cannot be sent. */
export interface Resending {
  /** Makes a recorded call again. */
  readonly again: (taskId: string, change?: Readonly<Record<string, unknown>>) => string
  /** Makes a call of wx.request. */
  readonly request: (options: Readonly<Record<string, unknown>>) => string
  /** Goes between the shim and the record: tells of which task a call is the repetition. */
  readonly mark: (event: TaskEvent) => TaskEvent
  /** Whether such a call is being made now. */
  readonly isSending: () => boolean
}

interface ResendParts {
  readonly shim: () => Shim
  readonly record: TaskRecord
}

export function createResend({ shim, record }: ResendParts): Resending {
  let sending = false
  let from: string | undefined
  let made: string | undefined

  /** The call is recorded before this returns. */
  const make = (api: CallAgain['api'], options: object, resentFrom?: string): string => {
    sending = true
    from = resentFrom
    made = undefined
    try {
      ;(shim().wx[api] as (options: object) => unknown)(options)
    } finally {
      sending = false
    }
    if (made === undefined) throw fault('taskId', 'cannot be sent again while recording is paused')
    return made
  }

  return {
    isSending: () => sending,
    mark(event) {
      if (!sending || event.type !== 'created' || made !== undefined) return event
      made = event.taskId
      return from === undefined ? event : { ...event, resentFrom: from }
    },
    again(taskId, change) {
      const events = typeof taskId === 'string' ? record.log.events(taskId) : []
      if (events.length === 0) throw fault('taskId', 'must be the id of a recorded task')
      if (change !== undefined && !isObject(change)) throw fault('change', 'must be an object of options, such as { timeout: 5000 }')
      const again = callAgain(events)
      if (!again)
        throw fault(
          'taskId',
          'must be a call of wx whose request was kept whole: a call of the page, or without its body, cannot be sent again',
        )
      return make(again.api, { ...again.options, ...change }, taskId)
    },
    request(options) {
      if (!isObject(options)) throw fault('options', 'must be an object of options, such as { url: "https://api.example.com" }')
      return make('request', { ...options })
    },
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fault(path: string, message: string): InspectorError {
  return new InspectorError('bad-option', 'resend cannot do this.', { issues: [{ path, message }] })
}
