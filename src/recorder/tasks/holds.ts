import type { Held, Resumed } from '../../contract/event/hold-event.ts'
import type { TaskHold, TaskSnapshot } from './task-snapshot.ts'

/** A stream that is held at each piece may have any number. */
const MOST_HOLDS = 64

/** What a hold, or its end, changes in a task. What was changed before it was sent is what was sent. */
export function changeOfHold(task: TaskSnapshot, event: Held | Resumed): Partial<TaskSnapshot> {
  if (event.type === 'held') {
    const hold = { gate: event.gate, from: event.at, timeout: event.timeout }
    return { holds: [...(task.holds ?? []).slice(1 - MOST_HOLDS), hold] }
  }
  const { at, body, by, change, gate } = event
  const changed = [...Object.keys(change ?? {}), ...(body ? ['data'] : [])]
  return {
    ...endHold(task, at, { by, ...(changed.length > 0 && { changed }) }),
    ...(gate === 'send' && task.sent && changed.length > 0 && sentAs(task, task.sent, event)),
  }
}

/** Ends the hold that a task is in; nothing if it is in none. */
export function endHold(task: TaskSnapshot, at: number, how: Pick<TaskHold, 'by' | 'changed'> = {}): Partial<TaskSnapshot> {
  const hold = heldAt(task)
  return hold && task.holds ? { holds: [...task.holds.slice(0, -1), { ...hold, to: at, ...how }] } : {}
}

/** The hold that a task is in; `undefined` if it is in none. */
export function heldAt<Hold extends Pick<TaskHold, 'to'>>({ holds }: { readonly holds?: readonly Hold[] | undefined }): Hold | undefined {
  const last = holds?.at(-1)
  return last && last.to === undefined ? last : undefined
}

/** Whether a task that was held is still running: what can be done with held calls stays at hand. */
export function isHoldable({ holds, marks }: Pick<TaskSnapshot, 'holds' | 'marks'>): boolean {
  return holds !== undefined && marks.ended === undefined
}

function sentAs(task: TaskSnapshot, sent: NonNullable<TaskSnapshot['sent']>, { body, change = {} }: Resumed): Partial<TaskSnapshot> {
  const { header, method = task.method, url = task.url } = change
  return {
    method,
    url,
    sent: { ...sent, method, url, ...(header && { header: Object.entries(header) }), ...(body && { body: { size: body.size } }) },
  }
}
