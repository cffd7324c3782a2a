import type { TaskEvent } from '../../contract/event/task-event.ts'
import { unreachable } from '../../contract/unreachable.ts'
import type { TaskSnapshot } from '../tasks/task-snapshot.ts'
import { rulesOfBody, rulesOfChunk, rulesOfHead, rulesOfProgress, rulesOfRoute } from './rules-of-answer.ts'
import { rulesOfCall, rulesOfWarnings } from './rules-of-call.ts'
import { rulesOfCheck } from './rules-of-check.ts'
import { rulesOfData } from './rules-of-data.ts'
import { rulesOfFailure } from './rules-of-failure.ts'
import { rulesOfClosing, rulesOfListeners, rulesOfMessage, rulesOfOpening, rulesOfRefusal } from './rules-of-socket.ts'
import type { WxRuleId } from './wx-rules.ts'

/** A rule of WeChat that applied to a task. */
export interface AppliedRule {
  readonly id: WxRuleId
  /** `seq` of the first event that shows it. */
  readonly seq: number
}

/**
 * The rules of WeChat that applied to a task, in order. They are derived from what was recorded, not from what usually happens. `events`
 * are all events of the task, `task` is their snapshot. Calls of the page itself follow none.
 */
export function rulesOf(task: TaskSnapshot, events: readonly TaskEvent[]): readonly AppliedRule[] {
  if (task.api === 'page') return []
  const rulesAt = task.framework ? rulesOnPhone : rulesInHere
  const first = new Map<WxRuleId, number>()
  for (const event of events) for (const id of rulesAt(event, task)) if (!first.has(id)) first.set(id, event.seq)
  return Array.from(first, ([id, seq]) => ({ id, seq }))
}

/** Frameworks follow no rule in a browser; a phone would have applied these. */
function* rulesOnPhone(event: TaskEvent, task: TaskSnapshot): Iterable<WxRuleId> {
  if (event.type === 'created') yield* rulesOfWarnings(event.warnings ?? [])
  else if (event.type === 'checked') yield* rulesOfCheck(event.check, task)
}

function* rulesInHere(event: TaskEvent, task: TaskSnapshot): Iterable<WxRuleId> {
  switch (event.type) {
    case 'created':
      yield* rulesOfCall(event, task)
      return yield* rulesOfData(event)
    case 'checked':
      return yield* rulesOfCheck(event.check, task)
    case 'queued':
      return yield 'LIM-1'
    case 'started':
      // Another call gave back its slot; the timeout starts only now.
      if (task.queuedBehind !== undefined) yield* ['LIM-2', 'LIM-10'] as const
      return
    case 'packed':
      return yield 'UP-1'
    case 'routed':
      return yield* rulesOfRoute(event)
    case 'progressed':
      return yield* rulesOfProgress(event, task)
    case 'headers-received':
      return yield* rulesOfHead(event, task)
    case 'chunk-received':
      return yield* rulesOfChunk(event, task)
    case 'succeeded':
      return yield* rulesOfBody(event, task)
    case 'failed':
      yield* rulesOfFailure(event, task)
      return yield* rulesOfListeners(event.listeners ?? [])
    case 'delivered':
      if (task.socket && event.callback === 'success') yield 'WS-2'
      if (event.callback === 'complete') yield 'RES-9'
      return
    case 'opened':
      return yield* rulesOfOpening(event, task)
    case 'message-sent':
    // Condensed events hold numbers only.
    case 'condensed':
    // Nobody holds a call on a phone.
    case 'held':
    case 'resumed':
      return
    case 'message-received':
      return yield* rulesOfMessage(event)
    case 'message-refused':
      return yield* rulesOfRefusal(event)
    case 'closed':
      return yield* rulesOfClosing(event)
    default:
      return unreachable(event)
  }
}
