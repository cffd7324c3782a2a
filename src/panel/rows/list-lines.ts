import { hasFailed, isHttpError } from '../../recorder/tasks/outcome.ts'
import { durationOf } from './column-values.ts'
import type { TaskRow } from './task-row.ts'
import { hostOf, splitUrl } from './url-parts.ts'

/** What the calls of a group have in common. */
export type GroupBy = 'none' | 'host' | 'path' | 'page'

export const GROUPINGS: readonly GroupBy[] = ['none', 'host', 'path', 'page']

/** Calls under a header of their own, in numbers. */
export interface RowGroup {
  readonly id: string
  /** Host, host and path, or page; `''` where that is not known. */
  readonly key: string
  readonly calls: number
  readonly failed: number
  /** Answers of 4xx and 5xx. */
  readonly httpErrors: number
  readonly bytes: number
  /** ms that those that have ended took, together. */
  readonly time: number
  readonly collapsed: boolean
}

/** The lines of the list: calls, and in groups a header before those of each. */
export interface ListLines {
  /** Of tasks and of groups, from the top down. */
  readonly ids: readonly string[]
  readonly groups: ReadonlyMap<string, RowGroup>
}

interface Grouped {
  readonly ids: readonly string[]
  row(taskId: string): TaskRow | undefined
}

const NONE: ReadonlyMap<string, RowGroup> = new Map()

const PREFIX = 'group:'

/** Whether a line is the header of a group. */
export function isGroupId(id: string): boolean {
  return id.startsWith(PREFIX)
}

const KEYS: Readonly<Record<Exclude<GroupBy, 'none'>, (row: TaskRow) => string>> = {
  host: ({ url }) => hostOf(url),
  path({ url }) {
    const { host, path } = splitUrl(url)
    return `${host}${path}`
  },
  page: ({ page = '' }) => page,
}

/** Groups stand in the order of their first calls; the calls of a group as they would without groups. */
export function groupLines(rows: Grouped, by: GroupBy, collapsed: ReadonlySet<string>): ListLines {
  if (by === 'none') return { ids: rows.ids, groups: NONE }
  const keyOf = KEYS[by]
  const members = new Map<string, TaskRow[]>()
  for (const id of rows.ids) {
    const row = rows.row(id)
    if (!row) continue
    const key = keyOf(row)
    const before = members.get(key)
    if (before) before.push(row)
    else members.set(key, [row])
  }
  const ids: string[] = []
  const groups = new Map<string, RowGroup>()
  for (const [key, calls] of members) {
    // An id of an element has no blanks.
    const id = PREFIX + key.replace(/[^a-z\d./:-]/gi, (sign) => `_${sign.charCodeAt(0)}`)
    ids.push(id)
    groups.set(id, { id, key, collapsed: collapsed.has(id), ...sumsOf(calls) })
    if (!collapsed.has(id)) for (const { taskId } of calls) ids.push(taskId)
  }
  return { ids, groups }
}

function sumsOf(rows: readonly TaskRow[]): Omit<RowGroup, 'id' | 'key' | 'collapsed'> {
  const sums = { calls: rows.length, failed: 0, httpErrors: 0, bytes: 0, time: 0 }
  for (const row of rows) {
    if (hasFailed(row)) sums.failed += 1
    if (isHttpError(row)) sums.httpErrors += 1
    sums.bytes += row.receivedBytes
    sums.time += durationOf(row) ?? 0
  }
  return sums
}
