import type { ReactNode } from 'react'

export interface KeyValue {
  readonly name: string
  readonly value: ReactNode
  /** Said under the value in dim type. */
  readonly note?: ReactNode
  readonly struck?: boolean
}

/** Names and values, one pair a row, as text that can be selected. `label` names the table for those who hear it. */
export function KeyValueTable({ label, rows }: { readonly label: string; readonly rows: readonly KeyValue[] }) {
  return (
    <table className="part-pairs" aria-label={label}>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, and rows never move
          <tr key={index}>
            <th scope="row">{row.name}</th>
            <td>
              {row.struck ? <s>{row.value}</s> : row.value}
              {row.note !== undefined && <span className="part-pair-note">{row.note}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
