import { type ReactNode, useState } from 'react'
import { VirtualRows } from '../virtual-rows.tsx'
import { LongText } from './long-text.tsx'

export interface KeyValue {
  readonly name: string
  readonly value: ReactNode
  /** Said under the value in dim type. */
  readonly note?: ReactNode
  readonly struck?: boolean
}

/** Rows up to which the table is all in the document. */
const PLAIN_UP_TO = 200

/** Names and values, one pair a row, as text that can be selected. `label` names the table for those who hear it. */
export function KeyValueTable({ label, rows }: { readonly label: string; readonly rows: readonly KeyValue[] }) {
  if (rows.length > PLAIN_UP_TO) return <WindowedTable label={label} rows={rows} />
  return (
    <table className="part-pairs" aria-label={label}>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and rows never move
          <tr key={index}>
            <th scope="row">
              <LongText text={row.name} />
            </th>
            <td>
              <Value row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Of very many pairs, those in sight, in a box that scrolls by itself. */
function WindowedTable({ label, rows }: { readonly label: string; readonly rows: readonly KeyValue[] }) {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: only some of its rows are in the document
    <div ref={setScroller} className="part-pairs" data-many role="table" aria-label={label} aria-rowcount={rows.length} tabIndex={0}>
      <VirtualRows
        count={rows.length}
        rowHeight={24}
        scroller={scroller}
        renderRow={(index) => {
          const row = rows[index]
          return (
            row && (
              // biome-ignore lint/a11y/useSemanticElements: as above
              <div className="part-pair" role="row" aria-rowindex={index + 1} tabIndex={-1}>
                {/* biome-ignore lint/a11y/useFocusableInteractive: text to read */}
                {/* biome-ignore lint/a11y/useSemanticElements: as above */}
                <span role="rowheader">
                  <LongText text={row.name} />
                </span>
                {/* biome-ignore lint/a11y/useSemanticElements: as above */}
                <span role="cell">
                  <Value row={row} />
                </span>
              </div>
            )
          )
        }}
      />
    </div>
  )
}

function Value({ row }: { readonly row: KeyValue }) {
  const value = typeof row.value === 'string' ? <LongText text={row.value} /> : row.value
  return (
    <>
      {row.struck ? <s>{value}</s> : value}
      {row.note !== undefined && <span className="part-pair-note">{row.note}</span>}
    </>
  )
}
