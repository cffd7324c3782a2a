import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'
import { headerValue } from '../../../contract/event/header-value.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { clipText, formatDuration, formatExactDuration, formatExactMoment, formatExactSize, formatSize } from '../../parts/format.ts'
import { API_NAMES } from '../../rows/api-names.ts'
import { type ColumnId, headerOfColumn, type OwnColumnId, optionOf } from '../../rows/column-values.ts'
import { placeOfInitiator } from '../../rows/initiator-frames.ts'
import { countSentCookies } from '../../rows/task-row.ts'
import { hostOf } from '../../rows/url-parts.ts'
import { type CellSetting, drawAnsweredBy, drawName, drawStarted, drawStatus, drawTime, drawTimeline, drawYesNo } from './cells.tsx'
import { widthOfColumn } from './fit-columns.ts'

/** What the table does itself: the columns. RowIndex keeps the rows and their order, and the document holds only those in view. */
export const listFeatures = tableFeatures({ rowSortingFeature, columnSizingFeature, columnResizingFeature, columnVisibilityFeature })

interface ColumnLook {
  /** Whether a first click on the head shows the largest on top. */
  readonly largestFirst?: boolean
  readonly cell: (task: TaskSnapshot, setting: CellSetting, atCursor: boolean) => ReactNode
  /** What the cell says on hover, where it says more than it shows. */
  readonly title?: (task: TaskSnapshot, setting: CellSetting) => string | undefined
}

const LOOKS: Readonly<Record<OwnColumnId, ColumnLook>> = {
  number: { cell: (task) => task.number },
  name: { cell: drawName, title: (task) => task.url },
  url: { cell: (task) => clipText(task.url), title: (task) => task.url },
  domain: { cell: (task) => hostOf(task.url) },
  method: { cell: (task) => task.method },
  status: { largestFirst: true, cell: drawStatus, title: (task) => task.error?.errMsg },
  errno: { largestFirst: true, cell: (task) => task.error?.errno },
  kind: { cell: (task) => API_NAMES[task.api] },
  answeredBy: { cell: drawAnsweredBy, title: (task) => task.ruleName },
  page: { cell: (task) => clipText(task.page ?? ''), title: (task) => task.page },
  initiator: {
    cell: (task) => (task.initiator === undefined ? '' : clipText(placeOfInitiator(task.initiator))),
    title: (task) => task.initiator,
  },
  dataType: { cell: (task) => clipText(optionOf(task, 'dataType') ?? '') },
  responseType: { cell: (task) => clipText(optionOf(task, 'responseType') ?? '') },
  cookies: { largestFirst: true, cell: (task) => countSentCookies(task) || '' },
  setCookies: { largestFirst: true, cell: (task) => task.cookies.length || '' },
  protocol: { cell: (task) => task.timing.connection?.protocol },
  socketReused: { cell: (task, setting) => drawYesNo(task.timing.connection?.socketReused, setting) },
  chunks: { largestFirst: true, cell: (task) => task.chunks || '' },
  size: {
    largestFirst: true,
    cell: (task) => (task.statusCode === undefined ? '–' : formatSize(task.receivedBytes)),
    title: (task) => (task.statusCode === undefined ? undefined : formatExactSize(task.receivedBytes)),
  },
  started: { cell: drawStarted, title: (task, { startedAt }) => formatExactMoment(startedAt + task.marks.created) },
  headersAfter: {
    largestFirst: true,
    cell: (task) => (task.marks.headersReceived === undefined ? '' : formatDuration(task.marks.headersReceived - task.marks.created)),
  },
  time: {
    largestFirst: true,
    cell: drawTime,
    title: (task) => (task.marks.ended === undefined ? undefined : formatExactDuration(task.marks.ended - task.marks.created)),
  },
  waterfall: { cell: drawTimeline },
}

const helper = createColumnHelper<typeof listFeatures, TaskSnapshot>()

/** Those columns for the table, which has no rows and so reads no value. */
export function tableColumns(ids: readonly ColumnId[]) {
  return helper.columns(
    ids.map((id) => {
      const { largestFirst = false } = lookOf(id)
      const { width, least } = widthOfColumn(id)
      return helper.accessor(() => undefined, { id, size: width, minSize: least, maxSize: 2000, sortDescFirst: largestFirst })
    }),
  )
}

function lookOf(id: ColumnId): ColumnLook {
  const header = headerOfColumn(id)
  if (header === undefined) return LOOKS[id as OwnColumnId]
  const valueIn = (task: TaskSnapshot) => headerValue(task.header, header)
  return { cell: (task) => clipText(valueIn(task) ?? ''), title: valueIn }
}

/** What a cell shows. */
export function drawCell(column: ColumnId, task: TaskSnapshot, setting: CellSetting, atCursor: boolean): ReactNode {
  return lookOf(column).cell(task, setting, atCursor)
}

/** What a cell says on hover. */
export function titleOfCell(column: ColumnId, task: TaskSnapshot, setting: CellSetting): string | undefined {
  return lookOf(column).title?.(task, setting)
}
