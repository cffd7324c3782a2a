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
