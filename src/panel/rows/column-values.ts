import { placeOfInitiator } from './initiator-frames.ts'
import type { TaskRow } from './task-row.ts'
import { hostOf, splitUrl } from './url-parts.ts'

/** Every column that the list has by itself, in the order in which they stand. */
export const COLUMN_IDS = [
  'number',
  'name',
  'url',
  'domain',
  'method',
  'status',
  'errno',
  'answeredBy',
  'kind',
  'page',
  'initiator',
  'dataType',
  'responseType',
  'cookies',
  'setCookies',
  'protocol',
  'socketReused',
  'chunks',
  'size',
  'started',
  'headersAfter',
  'time',
  'waterfall',
] as const

export type OwnColumnId = (typeof COLUMN_IDS)[number]
/** A column of a response header that somebody asked for: `header-X-Trace-Id`. */
export type HeaderColumnId = `header-${string}`
export type ColumnId = OwnColumnId | HeaderColumnId

/** Which columns were shown or hidden by hand. */
export type ChosenColumns = Readonly<Partial<Record<ColumnId, boolean>>>

/** Names of headers that a column can have. Its name becomes that of a CSS property. */
const HEADER_COLUMN = /^header-[\w-]{1,100}$/

export function isColumnId(id: string): id is ColumnId {
  return (COLUMN_IDS as readonly string[]).includes(id) || HEADER_COLUMN.test(id)
}

/** The header that a column shows; `undefined` of the list's own columns. */
export function headerOfColumn(id: ColumnId): string | undefined {
  return id.startsWith('header-') ? id.slice('header-'.length) : undefined
}

/** Every column that there is, shown or not: those of headers stand before the waterfall. */
export function columnIds(chosen: ChosenColumns): readonly ColumnId[] {
  const headers = (Object.keys(chosen) as ColumnId[]).filter((id) => headerOfColumn(id) !== undefined)
  return headers.length === 0 ? COLUMN_IDS : [...COLUMN_IDS.slice(0, -1), ...headers, 'waterfall']
}

/** What is shown until someone chooses otherwise. */
export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'number',
  'name',
  'method',
  'status',
  'answeredBy',
  'kind',
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
export const COLUMN_VALUES: Readonly<Record<OwnColumnId, (task: TaskRow) => SortValue>> = {
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
  cookies: (task) => task.sentCookies ?? 0,
  setCookies: (task) => task.cookies.length,
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
