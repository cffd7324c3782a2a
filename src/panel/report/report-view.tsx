import type { Ref } from 'react'
import type { ReportCell, ReportTable } from '../../exchange/report/report-markdown.ts'
import type { SessionReport } from '../../exchange/report/session-report.ts'
import { clipText, formatDuration } from '../parts/format.ts'
import { reportWords } from '../words/sessions/report-words.ts'
import { useWords } from '../words/words.ts'

const HEIGHT = 40

interface ReportViewProps {
  readonly ref: Ref<HTMLElement>
  readonly report: SessionReport
  readonly tables: readonly ReportTable[]
  readonly facts: readonly string[]
}

/** A report as a page. It is also what is printed. */
export function ReportView({ ref, report, tables, facts }: ReportViewProps) {
  const words = useWords(reportWords)
  return (
    <article ref={ref} className="report">
      <ul className="report-facts">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      {report.requests > 0 && <DensityChart report={report} />}
      {tables.map((table) => (
        <section key={table.section} aria-label={words.report.sections[table.section]}>
          <h3>{words.report.sections[table.section]}</h3>
          {table.rows.length === 0 ? <p className="report-none">{words.report.none}</p> : <Lines table={table} />}
        </section>
      ))}
    </article>
  )
}

function DensityChart({ report: { density, from, to } }: { readonly report: SessionReport }) {
  const words = useWords(reportWords)
  const most = Math.max(1, ...density.map(({ calls }) => calls))
  const bar = (place: number, count: number) => (count === 0 ? '' : `M${place + 0.1} ${HEIGHT}v${(-HEIGHT * count) / most}h0.8V${HEIGHT}z`)
  return (
    <svg
      className="report-chart"
      viewBox={`0 0 ${density.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={words.chart(formatDuration((to - from) / density.length))}
    >
      <path className="report-bars" d={density.map(({ calls }, place) => bar(place, calls)).join('')} />
      <path className="report-bad" d={density.map(({ failures }, place) => bar(place, failures)).join('')} />
    </svg>
  )
}

function Lines({ table: { heads, rows, section } }: { readonly table: ReportTable }) {
  return (
    <table data-section={section}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two rows may read the same, and none moves
          <tr key={nth}>
            {row.map((cell, place) => (
              <Cell key={heads[place]} cell={cell} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ cell: { code, share, text } }: { readonly cell: ReportCell }) {
  return (
    <td data-code={code}>
      {share !== undefined && <span className="report-share" style={{ width: `${share * 100}%` }} aria-hidden="true" />}
      {code ? <code>{clipText(text, 500)}</code> : <span>{text}</span>}
    </td>
  )
}
