import { type ReactNode, useMemo, useState } from 'react'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import { CopyButton } from '../copy-button.tsx'
import { clipText } from '../format.ts'
import { placeOfStart, useFound } from '../found/found-context.tsx'
import { VirtualRows } from '../virtual-rows.tsx'
import { LongText } from './long-text.tsx'
import { BETWEEN, startsOfPairs } from './text-of-pairs.ts'

export interface KeyValue {
  readonly name: string
  readonly value: ReactNode
  /** Said under the value in dim type. */
  readonly note?: ReactNode
  readonly struck?: boolean
}

/** Characters of a name in the words of its button. */
const LONGEST_NAME = 60
/** Rows up to which the table is all in the document. */
const PLAIN_UP_TO = 200

/** Names and values, one pair a row, as text that can be selected. `label` names the table for those who hear it. */
export function KeyValueTable({ label, rows }: { readonly label: string; readonly rows: readonly KeyValue[] }) {
  const starts = useMemo(() => startsOfPairs(rows.map(({ name, value }) => [name, typeof value === 'string' ? value : ''])), [rows])
  if (rows.length > PLAIN_UP_TO) return <WindowedTable label={label} rows={rows} starts={starts} />
  return (
    <table className="part-pairs" aria-label={label}>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and rows never move
          <tr key={index}>
            <th scope="row">
              <span data-at={starts[index]}>
                <LongText text={row.name} />
              </span>
            </th>
            <td>
              <Value row={row} start={starts[index] as number} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Of very many pairs, those in sight, in a box that scrolls by itself. */
function WindowedTable({
  label,
  rows,
  starts,
}: {
  readonly label: string
  readonly rows: readonly KeyValue[]
  readonly starts: readonly number[]
}) {
  const found = useFound()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: only some of its rows are in the document
    <div ref={setScroller} className="part-pairs" data-many role="table" aria-label={label} aria-rowcount={rows.length} tabIndex={0}>
      <VirtualRows
        count={rows.length}
        rowHeight={24}
        scroller={scroller}
        active={found && placeOfStart(starts, found.start)}
        renderRow={(index) => {
          const row = rows[index]
          return (
            row && (
              // biome-ignore lint/a11y/useSemanticElements: as above
              <div className="part-pair" role="row" aria-rowindex={index + 1} tabIndex={-1}>
                {/* biome-ignore lint/a11y/useFocusableInteractive: text to read */}
                {/* biome-ignore lint/a11y/useSemanticElements: as above */}
                <span role="rowheader" data-at={starts[index]}>
                  <LongText text={row.name} />
                </span>
                {/* biome-ignore lint/a11y/useSemanticElements: as above */}
                <span role="cell">
                  <Value row={row} start={starts[index] as number} />
                </span>
              </div>
            )
          )
        }}
      />
    </div>
  )
}

function Value({ row, start }: { readonly row: KeyValue; readonly start: number }) {
  const words = useWords(partWords)
  const value =
    typeof row.value === 'string' ? (
      <span data-at={start + row.name.length + BETWEEN.length}>
        <LongText text={row.value} />
      </span>
    ) : (
      row.value
    )
  return (
    <>
      {row.struck ? <s>{value}</s> : value}
      {row.note !== undefined && <span className="part-pair-note">{row.note}</span>}
      {typeof row.value === 'string' && row.value !== '' && (
        <span className="part-pair-copy">
          <CopyButton text={row.value} label={words.copyValueOf(clipText(row.name, LONGEST_NAME))} />
        </span>
      )}
    </>
  )
}
