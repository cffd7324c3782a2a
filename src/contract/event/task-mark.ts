/** The colors that a row can be given, in the order of the menu. */
export const MARK_COLORS = ['red', 'orange', 'green', 'blue', 'purple'] as const

export type MarkColor = (typeof MARK_COLORS)[number]

/** What a person noted about a call. Never empty: a call without any of these has no mark. */
export interface TaskMark {
  readonly pinned?: true
  readonly color?: MarkColor
  readonly note?: string
}

/** What of a mark changes; `undefined` takes it away. */
export interface MarkChange {
  readonly pinned?: true | undefined
  readonly color?: MarkColor | undefined
  readonly note?: string | undefined
}

/** A mark with a change; `undefined` if nothing is left of it. */
export function changeMark(mark: TaskMark | undefined, change: MarkChange): TaskMark | undefined {
  const { pinned, color, note } = { ...mark, ...change }
  if (!pinned && !color && !note) return undefined
  return { ...(pinned && { pinned }), ...(color && { color }), ...(note && { note }) }
}

/** Characters of a note that is read from outside. */
const LONGEST_NOTE = 10_000

/** A mark from a file or the storage; what is wrong in it is left out. `undefined` if nothing is left. */
export function readMark(value: unknown): TaskMark | undefined {
  const { pinned, color, note } = Object(value) as Record<string, unknown>
  return changeMark(undefined, {
    pinned: pinned === true ? pinned : undefined,
    color: MARK_COLORS.find((known) => known === color),
    note: typeof note === 'string' ? note.slice(0, LONGEST_NOTE) : undefined,
  })
}

/** The ids of the tasks that are pinned. */
export function pinnedIn(marks: ReadonlyMap<string, TaskMark>): readonly string[] {
  return [...marks].flatMap(([taskId, { pinned }]) => (pinned ? [taskId] : []))
}
