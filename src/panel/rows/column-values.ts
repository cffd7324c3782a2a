import { placeOfInitiator } from './initiator-frames.ts'
import type { TaskRow } from './task-row.ts'
import { hostOf, splitUrl } from './url-parts.ts'

/** Every column of the list, in the order in which they stand. */
export const COLUMN_IDS = [
  'number',
  'name',
  'url',
  'domain',
  'method',
  'status',
  'errno',
  'kind',
  'answeredBy',
  'page',
  'initiator',
  'dataType',
  'responseType',
  'cookies',
  'protocol',
  'socketReused',
  'chunks',
  'size',
  'started',
  'headersAfter',
  'time',
  'waterfall',
] as const

export type ColumnId = (typeof COLUMN_IDS)[number]

/** What is shown until someone chooses otherwise. */
export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'number',
  'name',
  'method',
  'status',
  'kind',
  'answeredBy',
  'size',
  'time',
  'waterfall',
]

/** A way to order the list; `undefined` is the order in which the calls came. */
export interface ListOrder {
  readonly column: ColumnId
  readonly descending: boolean
}

type SortValue = number | string | undefined

/** What a column is sorted by. Tasks without a value go last, whichever way the column is sorted. */
export const COLUMN_VALUES: Readonly<Record<ColumnId, (task: TaskRow) => SortValue>> = {
  number: (task) => task.number,
  name: (task) => splitUrl(task.url).name.toLowerCase(),
  url: (task) => task.url,
  domain: (task) => hostOf(task.url),
  method: (task) => task.method,
  status: (task) => (task.marks.ended === undefined ? undefined : task.error ? 1000 + (task.error.errno ?? 0) : task.statusCode),
  errno: (task) => task.error?.errno,
  kind: (task) => task.api,
  answeredBy: (task) => task.ruleName ?? task.by,
  page: (task) => task.page,
  initiator: (task) => (task.initiator === undefined ? undefined : placeOfInitiator(task.initiator)),
  dataType: (task) => optionOf(task, 'dataType'),
  responseType: (task) => optionOf(task, 'responseType'),
  cookies: (task) => task.cookies.length,
  protocol: (task) => task.timing.connection?.protocol,
  socketReused: (task) => (task.timing.connection ? Number(task.timing.connection.socketReused) : undefined),
  chunks: (task) => task.chunks,
  size: (task) => (task.statusCode === undefined ? undefined : task.receivedBytes),
  started: (task) => task.marks.created,
  headersAfter: (task) => (task.marks.headersReceived === undefined ? undefined : task.marks.headersReceived - task.marks.created),
  time: durationOf,
  waterfall: (task) => task.marks.created,
}

/** ms from the call to its end, waiting in line included; `undefined` while it runs. */
export function durationOf(task: TaskRow): number | undefined {
  return task.marks.ended === undefined ? undefined : task.marks.ended - task.marks.created
}

/** An option of the call as text; `undefined` where the call has none, and its default holds. */
export function optionOf({ given }: Pick<TaskRow, 'given'>, name: 'dataType' | 'responseType'): string | undefined {
  const value = given[name]
  return typeof value === 'string' ? value : undefined
}
