import type { CSSProperties } from 'react'
import type { ColumnId } from '../../rows/column-values.ts'
import type { FittedColumn } from './fit-columns.ts'

const places = new Map<ColumnId, CSSProperties>()

/**
 * Where a cell stands, by the properties that `columnTracks` gives. Cells are placed rather than laid out, so that a new text in one moves
 * no other. One object for all cells of a column.
 */
export function placeOfCell(id: ColumnId): CSSProperties {
  const before = places.get(id)
  if (before) return before
  const place = { insetInlineStart: `var(--at-${id})`, width: `var(--width-${id})` }
  places.set(id, place)
  return place
}

/** The place and the width of each column, as properties for the list. */
export function columnTracks(columns: readonly FittedColumn[]): Readonly<Record<string, string>> {
  const tracks: Record<string, string> = {}
  for (const { id, left, width } of columns) {
    tracks[`--at-${id}`] = `${left}px`
    tracks[`--width-${id}`] = `${width}px`
  }
  return tracks
}
