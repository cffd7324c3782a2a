import { formatCount, formatDuration, formatExactDuration, formatExactSize, formatSize } from '../parts/format.ts'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { useSourceState } from '../store/use-source-state.ts'
import { listWords } from '../words/list-words.ts'
import { rowWords } from '../words/row-words.ts'
import { useWords } from '../words/words.ts'
import { useSummary } from './use-summary.ts'

/** The list in one line of numbers, and how full the record is. */
export function SummaryBar() {
  const words = useWords(listWords)
  const row = useWords(rowWords)
  const { source } = useInspector()
  const limits = useSourceState(source)?.settings.capture
  const kept = useInspectorState((state) => state.kept)
  const selected = useInspectorState((state) => state.selection.selected.size)
  const { shown, total, bytes, failed, httpErrors, threw, running, p50, p95 } = useSummary()
  return (
    <footer className="summary">
      <span>{words.calls(formatCount(shown), formatCount(total))}</span>
      {selected > 1 && <span>{words.selected(formatCount(selected))}</span>}
      <span className="summary-minor" title={formatExactSize(bytes)}>
        {formatSize(bytes)}
      </span>
      {p50 !== undefined && (
        <span className="summary-minor" title={`${words.p50Means} · ${formatExactDuration(p50)}`}>
          {words.p50(formatDuration(p50))}
        </span>
      )}
      {p95 !== undefined && (
        <span className="summary-minor" title={`${words.p95Means} · ${formatExactDuration(p95)}`}>
          {words.p95(formatDuration(p95))}
        </span>
      )}
      {failed > 0 && (
        <span className="summary-failed">
          <span aria-hidden="true">✕ </span>
          {words.failed(formatCount(failed))}
        </span>
      )}
      {httpErrors > 0 && <span className="summary-http-errors">{row.httpErrors(formatCount(httpErrors))}</span>}
      {threw > 0 && <span className="summary-failed">{row.callbacksThrew(formatCount(threw))}</span>}
      {running > 0 && <span>{words.running(formatCount(running))}</span>}
      <span className="summary-rest" />
      {kept && limits && (
        <>
          <span title={words.rowsMean}>{words.rows(formatCount(kept.tasks), formatCount(limits.maxTasks))}</span>
          <span title={words.memoryMeans}>{words.memory(inMebibytes(kept.bytes), inMebibytes(limits.maxBodyBytes))}</span>
        </>
      )}
    </footer>
  )
}

/** In the unit in which the limit is given, so that it reads as the number that was set. */
function inMebibytes(bytes: number): string {
  const size = bytes / 2 ** 20
  return size > 0 && size < 9.95 ? size.toFixed(1) : String(Math.round(size))
}
