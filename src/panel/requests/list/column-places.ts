import type { CSSProperties } from 'react'
import { COLUMN_IDS, type ColumnId } from '../../rows/column-values.ts'

/** A column that is shown, and its width in px. */
interface SizedColumn {
  readonly id: string
  getSize(): number
}

/** Where cells stand, by the properties that `columnTracks` gives. Cells are placed rather than laid out, so that a new text in one moves no other. */
export const CELL_PLACES = Object.fromEntries(
  COLUMN_IDS.map((id) => [id, { insetInlineStart: `var(--at-${id})`, width: `var(--width-${id})` }]),
) as Readonly<Record<ColumnId, CSSProperties>>

/** The place and the width of each column, as properties for the list. One column takes what the others leave. */
export function columnTracks(columns: readonly SizedColumn[], flexible: string | undefined): Readonly<Record<string, string>> {
  const total = columns.reduce((sum, column) => sum + column.getSize(), 0)
  const tracks: Record<string, string> = {}
  let before = 0
  let behind = false
  for (const column of columns) {
    const size = column.getSize()
    const grows = column.id === flexible
    tracks[`--at-${column.id}`] = behind ? `calc(100% - ${total - before}px)` : `${before}px`
    tracks[`--width-${column.id}`] = grows ? `calc(100% - ${total - size}px)` : `${size}px`
    behind ||= grows
    before += size
  }
  return tracks
}
