// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot lay out rows that are not all there
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and points at its row by aria-activedescendant
import { ChevronDown, ChevronRight } from 'lucide-react'
import { clipText, formatCount, formatDuration, formatSize } from '../../parts/format.ts'
import type { RowGroup } from '../../rows/list-lines.ts'
import { readable } from '../../rows/url-parts.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { listWords } from '../../words/list-words.ts'
import { rowWords } from '../../words/row-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './group-row.css?inline'

addStyles(styles)

interface GroupRowProps {
  /** Of its element. */
  readonly id: string
  readonly group: RowGroup
  /** Place in the whole list, from 0. */
  readonly index: number
  /** px from the top of the list. */
  readonly top: number
  readonly atCursor: boolean
  /** How many columns it spans. */
  readonly columns: number
}

/** The header of calls that have something in common: what that is, and what they come to. */
export function GroupRow({ id, group, index, top, atCursor, columns }: GroupRowProps) {
  const words = useWords(listWords)
  const row = useWords(rowWords)
  const { bytes, calls, collapsed, failed, httpErrors, key, time } = group
  const Chevron = collapsed ? ChevronRight : ChevronDown
  const count = formatCount(calls)
  return (
    <div
      role="row"
      id={id}
      className="list-row group-row"
      aria-level={1}
      aria-expanded={!collapsed}
      aria-rowindex={index + 2}
      data-cursor={atCursor || undefined}
      style={{ insetBlockStart: `${top}px` }}
    >
      <div role="gridcell" className="group-cell" aria-colindex={1} aria-colspan={columns}>
        <Chevron size={14} aria-hidden="true" />
        <strong title={key}>{key === '' ? '–' : clipText(readable(key))}</strong>
        <span>{words.calls(count, count)}</span>
        {failed > 0 && <span className="group-failed">✕ {words.failed(formatCount(failed))}</span>}
        {httpErrors > 0 && <span className="group-errors">▲ {row.httpErrors(formatCount(httpErrors))}</span>}
        <span>{formatSize(bytes)}</span>
        <span>{formatDuration(time)}</span>
      </div>
    </div>
  )
}
