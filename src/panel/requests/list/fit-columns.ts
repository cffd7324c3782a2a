import {
  type ChosenColumns,
  type ColumnId,
  columnIds,
  DEFAULT_COLUMNS,
  headerOfColumn,
  type OwnColumnId,
} from '../../rows/column-values.ts'

/** A table of one line for each call, or, where it is narrow, two lines for each. */
export type ListForm = 'table' | 'lines'

export interface FitRequest {
  readonly form: ListForm
  /** px. */
  readonly width: number
  /** Columns that were shown or hidden by hand. */
  readonly chosen: ChosenColumns
  /** Widths that were given by hand, px. */
  readonly widths: Readonly<Partial<Record<ColumnId, number>>>
}

/** A column that is shown, and where, px. */
export interface FittedColumn {
  readonly id: ColumnId
  readonly left: number
  readonly width: number
}

/** Below this, px, a call takes two lines. */
export const TABLE_FROM = 640

/** px, until someone resizes it, and the least that it can be resized to. Name and waterfall share what the others leave. */
export const COLUMN_WIDTHS: Readonly<Record<OwnColumnId, { readonly width: number; readonly least: number }>> = {
  number: { width: 46, least: 32 },
  name: { width: 168, least: 96 },
  url: { width: 320, least: 96 },
  domain: { width: 150, least: 64 },
  method: { width: 74, least: 48 },
  status: { width: 184, least: 72 },
  errno: { width: 76, least: 56 },
  kind: { width: 80, least: 56 },
  answeredBy: { width: 116, least: 72 },
  page: { width: 140, least: 64 },
  initiator: { width: 130, least: 64 },
  dataType: { width: 80, least: 56 },
  responseType: { width: 104, least: 56 },
  cookies: { width: 76, least: 48 },
  setCookies: { width: 100, least: 48 },
  protocol: { width: 80, least: 56 },
  socketReused: { width: 110, least: 56 },
  chunks: { width: 72, least: 48 },
  size: { width: 64, least: 56 },
  started: { width: 104, least: 72 },
  headersAfter: { width: 96, least: 56 },
  time: { width: 64, least: 56 },
  waterfall: { width: 200, least: 120 },
}

const HEADER_WIDTH = { width: 130, least: 64 }

export function widthOfColumn(id: ColumnId): { readonly width: number; readonly least: number } {
  return headerOfColumn(id) === undefined ? COLUMN_WIDTHS[id as OwnColumnId] : HEADER_WIDTH
}

/** The order in which columns leave that nobody chose, where there is no room for all. */
const LEAVING: readonly ColumnId[] = ['kind', 'answeredBy', 'size', 'method', 'number']
/** px. */
const STATUS_WITH_BUTTON = 244
/** px of list from which the waterfall has its full least width. */
const WATERFALL_FROM = 720
/** px of list from which a call of two lines has a bar. */
const BAR_IN_LINES_FROM = 370
/** Share of two lines that belongs to the bar. */
const BAR_SHARE = 0.3
/** px at the end of two lines that belong to the button of the row's menu. */
const LINES_END = 40
const LINES_DEFAULT: readonly ColumnId[] = ['name', 'status', 'time', 'waterfall']

/**
 * Which columns are shown, and where. Default columns always fit: they leave one by one until the name can be read and the waterfall has
 * a third of the list. Columns that were chosen by hand stay, and the list scrolls sideways when they are too many.
 */
export function fitColumns(request: FitRequest): readonly FittedColumn[] {
  return request.form === 'lines' ? fitLines(request) : fitTable(request)
}

function fitTable({ width, chosen, widths }: FitRequest): readonly FittedColumn[] {
  const third = Math.floor(width / 3)
  const least = width >= WATERFALL_FROM ? COLUMN_WIDTHS.waterfall.width : COLUMN_WIDTHS.waterfall.least
  const nameLeast = widths.name ?? COLUMN_WIDTHS.name.width
  const shown = new Set(columnIds(chosen).filter((id) => chosen[id] ?? DEFAULT_COLUMNS.includes(id)))
  const hasWaterfall = shown.has('waterfall')
  const sizeOf = (id: ColumnId) => {
    // Without a column for the source, the button that lets a refused call pass stands beside its status.
    const usual = id === 'status' && !shown.has('answeredBy') ? STATUS_WITH_BUTTON : widthOfColumn(id).width
    return widths[id] ?? usual
  }
  const roomFor = () => {
    const fixed = [...shown].filter((id) => id !== 'name' && id !== 'waterfall')
    return width - fixed.reduce((sum, id) => sum + sizeOf(id), 0)
  }
  for (const id of LEAVING) {
    if (roomFor() >= nameLeast + (hasWaterfall ? Math.max(least, third) : 0)) break
    if (chosen[id] !== true) shown.delete(id)
  }
  const room = roomFor()
  const waterfall = !hasWaterfall
    ? 0
    : widths.name === undefined
      ? Math.max(least, Math.min(Math.max(least, third), room - nameLeast))
      : Math.max(least, room - nameLeast)
  const name = Math.max(nameLeast, room - waterfall)
  let left = 0
  return [...shown].map((id) => {
    const column = { id, left, width: id === 'name' ? name : id === 'waterfall' ? waterfall : sizeOf(id) }
    left += column.width
    return column
  })
}

/** Name and time above; status, what was chosen by hand as far as it fits, and the waterfall below. */
function fitLines({ width, chosen }: FitRequest): readonly FittedColumn[] {
  const end = width - LINES_END
  const shown = (id: ColumnId) => chosen[id] ?? LINES_DEFAULT.includes(id)
  const time = shown('time') ? COLUMN_WIDTHS.time.width : 0
  const waterfall = shown('waterfall') && width >= BAR_IN_LINES_FROM ? Math.floor(end * BAR_SHARE) : 0
  let rest = end - waterfall - COLUMN_WIDTHS.status.least - 48
  const ids = columnIds(chosen)
  const others = ids.filter((id) => {
    if (LINES_DEFAULT.includes(id) || chosen[id] !== true || widthOfColumn(id).width > rest) return false
    rest -= widthOfColumn(id).width
    return true
  })
  const below = others.reduce((sum, id) => sum + widthOfColumn(id).width, 0)
  const status = shown('status') ? end - waterfall - below : 0
  const columns: FittedColumn[] = [{ id: 'name', left: 0, width: end - time }]
  let left = 0
  if (status > 0) columns.push({ id: 'status', left, width: status })
  left += status
  for (const id of others) {
    columns.push({ id, left, width: widthOfColumn(id).width })
    left += widthOfColumn(id).width
  }
  if (time > 0) columns.push({ id: 'time', left: end - time, width: time })
  if (waterfall > 0) columns.push({ id: 'waterfall', left: end - waterfall, width: waterfall })
  return columns.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}
