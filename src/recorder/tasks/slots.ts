import type { TaskApi } from '../../contract/event/task-event.ts'

/** WeChat runs so many calls of request, uploadFile and downloadFile at once (LIM-1). */
export const SLOTS = 10
/** And so many sockets; one more fails rather than waits (LIM-3). */
export const SOCKETS = 5

const WITH_SLOT: ReadonlySet<TaskApi> = new Set(['request', 'uploadFile', 'downloadFile'])

/** Whether a call of this API takes one of the ten slots. */
export function takesSlot(api: TaskApi): boolean {
  return WITH_SLOT.has(api)
}

/** When a call had its slot: by any clock, as long as all use the same one. */
export interface SlotTime {
  /** Absent of one that never had one. */
  readonly started?: number | undefined
  /** Absent of one that has it still. */
  readonly ended?: number | undefined
}

/**
 * The slot of each call, from 0: the lowest that was free; as many as the limit and more only where a record has more calls at once.
 * `undefined` of one that never started.
 */
export function giveSlots(calls: readonly SlotTime[]): readonly (number | undefined)[] {
  const slots: (number | undefined)[] = calls.map(() => undefined)
  const freeFrom: number[] = []
  const inOrder = calls.flatMap(({ started, ended }, place) => (started === undefined ? [] : { started, ended, place }))
  for (const { started, ended, place } of inOrder.sort((one, other) => one.started - other.started)) {
    const free = freeFrom.findIndex((until) => until <= started)
    const slot = free < 0 ? freeFrom.length : free
    freeFrom[slot] = ended ?? Number.POSITIVE_INFINITY
    slots[place] = slot
  }
  return slots
}
