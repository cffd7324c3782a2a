import type { CSSProperties } from 'react'
import { COLUMN_IDS, type ColumnId } from '../../rows/column-values.ts'
import type { FittedColumn } from './fit-columns.ts'

/** Where cells stand, by the properties that `columnTracks` gives. Cells are placed rather than laid out, so that a new text in one moves no other. */
export const CELL_PLACES = Object.fromEntries(
  COLUMN_IDS.map((id) => [id, { insetInlineStart: `var(--at-${id})`, width: `var(--width-${id})` }]),
) as Readonly<Record<ColumnId, CSSProperties>>

/** The place and the width of each column, as properties for the list. */
export function columnTracks(columns: readonly FittedColumn[]): Readonly<Record<string, string>> {
  const tracks: Record<string, string> = {}
  for (const { id, left, width } of columns) {
    tracks[`--at-${id}`] = `${left}px`
    tracks[`--width-${id}`] = `${width}px`
  }
  return tracks
}
