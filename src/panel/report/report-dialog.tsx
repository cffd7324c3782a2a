import { Printer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { reportMarkdown, reportTables } from '../../exchange/report/report-markdown.ts'
import { reportSession, type SessionReport } from '../../exchange/report/session-report.ts'
import { CopyButton } from '../parts/copy-button.tsx'
import { Dialog } from '../parts/dialog/dialog.tsx'
import { formatCount, formatDuration, formatExactMoment, formatSize } from '../parts/format.ts'
import { useInspector } from '../store/inspector-context.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { reportWords } from '../words/sessions/report-words.ts'
import { useWords } from '../words/words.ts'
import { printElement } from './print-element.ts'
import styles from './report.css?inline'
import { ReportView } from './report-view.tsx'

addStyles(styles)

const FORMATS = { duration: formatDuration, size: formatSize, count: formatCount }

/** The calls of the list summed up: to be read, printed, or copied as Markdown. */
export function ReportDialog() {
  const words = useWords(reportWords)
  const { source, store } = useInspector()
  const dialog = useRef<HTMLDialogElement>(null)
  const page = useRef<HTMLElement>(null)
  const [redact, setRedact] = useState(true)
  const [report, setReport] = useState<SessionReport>()
  // As they are when it opens: a report that moves cannot be read.
  const [tasks] = useState(() => {
    const { rows, tasks: reader } = store.getState()
    return rows.ids.flatMap((id) => reader.glanceAt(id) ?? []).sort((one, other) => one.number - other.number)
  })
  useEffect(() => {
    const aborter = new AbortController()
    reportSession(tasks, (taskId) => source.events(taskId), { redact, signal: aborter.signal }).then(setReport, (thrown: unknown) => {
      if (!aborter.signal.aborted) throw thrown
    })
    return () => {
      aborter.abort()
      setReport(undefined)
    }
  }, [source, tasks, redact])
  const tables = report && reportTables(report, words.report, FORMATS)
  const facts = report ? factsOf(report, source.startedAt, words) : []
  return (
    <Dialog
      dialog={dialog}
      className="report-dialog"
      title={words.report.title}
      closeLabel={words.close}
      onClose={() => store.actions.setDialog(undefined)}
    >
      <div className="report-acts">
        <label>
          <input type="checkbox" checked={redact} onChange={({ target }) => setRedact(target.checked)} />
          {words.redact}
        </label>
        {report && tables && (
          <>
            <CopyButton wide label={words.copy} text={() => reportMarkdown(tables, facts, words.report)} />
            <button
              type="button"
              className="part-button"
              data-kind="quiet"
              onClick={() => page.current && printElement(page.current, words.report.title, styles)}
            >
              <Printer size={14} aria-hidden="true" />
              {words.print}
            </button>
          </>
        )}
      </div>
      {report && tables ? (
        <ReportView ref={page} report={report} tables={tables} facts={facts} />
      ) : (
        <p className="part-note part-awaited" role="status">
          {words.preparing}
        </p>
      )}
    </Dialog>
  )
}

function factsOf(report: SessionReport, startedAt: number, { facts }: (typeof reportWords)['zh']): readonly string[] {
  const { bytes, failed, from, httpErrors, p50, p95, requests, running, threw, to } = report
  return [
    ...(requests > 0 ? [facts.when(formatExactMoment(startedAt + from), formatDuration(to - from))] : []),
    facts.requests(formatCount(requests)),
    facts.bytes(formatSize(bytes)),
    ...(p50 !== undefined && p95 !== undefined ? [facts.times(formatDuration(p50), formatDuration(p95))] : []),
    ...(failed > 0 ? [facts.failed(formatCount(failed))] : []),
    ...(httpErrors > 0 ? [facts.httpErrors(formatCount(httpErrors))] : []),
    ...(threw > 0 ? [facts.threw(formatCount(threw))] : []),
    ...(running > 0 ? [facts.running(formatCount(running))] : []),
  ]
}
