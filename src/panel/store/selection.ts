import { isGroupId } from '../rows/list-lines.ts'

/** Which rows are chosen: the one that keys act on, where a range began, and all that are chosen. */
export interface Selection {
  readonly cursor?: string
  readonly anchor?: string
  readonly selected: ReadonlySet<string>
}

export const NO_SELECTION: Selection = { selected: new Set() }

/** Chooses one row alone. */
export function selectOne(taskId: string): Selection {
  return { cursor: taskId, anchor: taskId, selected: new Set([taskId]) }
}

/** Chooses everything between where the range began and this row. */
export function extendTo(before: Selection, ids: readonly string[], taskId: string): Selection {
  const anchor = before.anchor ?? taskId
  const from = ids.indexOf(anchor)
  const to = ids.indexOf(taskId)
  if (from < 0 || to < 0) return selectOne(taskId)
  return { cursor: taskId, anchor, selected: new Set(ids.slice(Math.min(from, to), Math.max(from, to) + 1).filter((id) => !isGroupId(id))) }
}

/** Adds a row to the chosen ones, or takes it out. */
export function toggle(before: Selection, taskId: string): Selection {
  const selected = new Set(before.selected)
  if (!selected.delete(taskId)) selected.add(taskId)
  return { cursor: taskId, anchor: taskId, selected }
}

/** Chooses every row; the cursor stays where it is. */
export function selectAll(before: Selection, ids: readonly string[]): Selection {
  const first = ids[0]
  return { ...(first !== undefined && { cursor: first, anchor: first }), ...before, selected: new Set(ids) }
}

/** Forgets rows that are gone. */
export function withoutTasks(before: Selection, gone: (taskId: string) => boolean): Selection {
  const { cursor, anchor, selected } = before
  const stale = (id: string | undefined) => id !== undefined && gone(id)
  if (!stale(cursor) && !stale(anchor) && ![...selected].some(gone)) return before
  return {
    ...(cursor !== undefined && !gone(cursor) && { cursor }),
    ...(anchor !== undefined && !gone(anchor) && { anchor }),
    selected: new Set([...selected].filter((id) => !gone(id))),
  }
}
