import {
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'
import type { ReactNode } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { clipText, formatDuration, formatExactDuration, formatExactSize, formatSize } from '../../parts/format.ts'
import { API_NAMES } from '../../rows/api-names.ts'
import { COLUMN_IDS, COLUMN_VALUES, type ColumnId } from '../../rows/column-values.ts'
import { hostOf } from '../../rows/url-parts.ts'
import { type CellSetting, drawAnsweredBy, drawName, drawStarted, drawStatus, drawTime, drawTimeline, drawYesNo } from './cells.tsx'

/** What the table does itself: the columns. RowIndex keeps the rows and their order, and the document holds only those in view. */
export const listFeatures = tableFeatures({ rowSortingFeature, columnSizingFeature, columnResizingFeature, columnVisibilityFeature })

interface ColumnLook {
  /** px, until someone resizes it. */
  readonly width: number
  readonly least: number
  /** Whether a first click on the head shows the largest on top. */
  readonly largestFirst?: boolean
  readonly cell: (task: TaskSnapshot, setting: CellSetting) => ReactNode
  /** What the cell says on hover, where it says more than it shows. */
  readonly title?: (task: TaskSnapshot) => string | undefined
}

const LOOKS: Readonly<Record<ColumnId, ColumnLook>> = {
  number: { width: 52, least: 32, cell: (task) => task.number },
  name: { width: 200, least: 96, cell: drawName, title: (task) => task.url },
  url: { width: 320, least: 96, cell: (task) => clipText(task.url), title: (task) => task.url },
  domain: { width: 150, least: 64, cell: (task) => hostOf(task.url) },
  method: { width: 72, least: 48, cell: (task) => task.method },
  status: { width: 160, least: 72, largestFirst: true, cell: drawStatus, title: (task) => task.error?.errMsg },
  errno: { width: 76, least: 56, largestFirst: true, cell: (task) => task.error?.errno },
  kind: { width: 84, least: 56, cell: (task) => API_NAMES[task.api] },
  answeredBy: { width: 108, least: 72, cell: drawAnsweredBy, title: (task) => task.ruleName },
  cookies: { width: 64, least: 48, largestFirst: true, cell: (task) => task.cookies.length || '' },
  protocol: { width: 72, least: 56, cell: (task) => task.timing.connection?.protocol },
  socketReused: { width: 84, least: 56, cell: (task, setting) => drawYesNo(task.timing.connection?.socketReused, setting) },
  chunks: { width: 64, least: 48, largestFirst: true, cell: (task) => task.chunks || '' },
  size: {
    width: 68,
    least: 56,
    largestFirst: true,
    cell: (task) => (task.statusCode === undefined ? '–' : formatSize(task.receivedBytes)),
    title: (task) => (task.statusCode === undefined ? undefined : formatExactSize(task.receivedBytes)),
  },
  started: { width: 104, least: 72, cell: drawStarted },
  headersAfter: {
    width: 84,
    least: 56,
    largestFirst: true,
    cell: (task) => (task.marks.headersReceived === undefined ? '' : formatDuration(task.marks.headersReceived - task.marks.created)),
  },
  time: {
    width: 72,
    least: 56,
    largestFirst: true,
    cell: drawTime,
    title: (task) => (task.marks.ended === undefined ? undefined : formatExactDuration(task.marks.ended - task.marks.created)),
  },
  waterfall: { width: 160, least: 120, cell: drawTimeline },
}

const helper = createColumnHelper<typeof listFeatures, TaskSnapshot>()

export const listColumns = helper.columns(
  COLUMN_IDS.map((id) => {
    const { width, least, largestFirst = false } = LOOKS[id]
    return helper.accessor(COLUMN_VALUES[id], {
      id,
      size: width,
      minSize: least,
      maxSize: 2000,
      sortDescFirst: largestFirst,
    })
  }),
)

/** What a cell shows. */
export function drawCell(column: ColumnId, task: TaskSnapshot, setting: CellSetting): ReactNode {
  return LOOKS[column].cell(task, setting)
}

/** What a cell says on hover. */
export function titleOfCell(column: ColumnId, task: TaskSnapshot): string | undefined {
  return LOOKS[column].title?.(task)
}
