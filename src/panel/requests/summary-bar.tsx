import { hasTerm, toggleTerm } from '../filter/toggle-term.ts'
import { formatCount, formatDuration, formatExactDuration, formatExactSize, formatSize } from '../parts/format.ts'
import { lazyComponent } from '../parts/lazy-component.tsx'
import { TONE_SIGNS, type Tone } from '../parts/tone.ts'
import type { ReadingProgress } from '../rows/row-index.ts'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { useSourceState } from '../store/use-source-state.ts'
import { searchWords } from '../words/filter/search-words.ts'
import { listWords } from '../words/list-words.ts'
import { rowWords } from '../words/row-words.ts'
import { useWords } from '../words/words.ts'
import { FILTER_PROBLEMS_ID } from './toolbar/filter-box.tsx'
import { useSummary } from './use-summary.ts'

const ListAnnouncements = lazyComponent(async () => (await import('./list-announcements.ts')).ListAnnouncements, {
  meanwhile: 'nothing',
})

/** The list in one line of numbers, and how full the record is. */
export function SummaryBar() {
  const words = useWords(listWords)
  const row = useWords(rowWords)
  const { source } = useInspector()
  const limits = useSourceState(source)?.settings?.capture
  const kept = useInspectorState((state) => state.kept)
  const selected = useInspectorState((state) => state.selection.selected.size)
  const { shown, total, bytes, failed, httpErrors, threw, running, p50, p95, progress } = useSummary()
  return (
    <footer className="summary">
      <ListAnnouncements />
      <FilterProblems />
      <SearchProgress {...progress} />
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
      <FilterNumber count={failed} tone="failed" term="is:failed" text={words.failed} />
      <FilterNumber count={httpErrors} tone="client-error" term="status:>=400" text={row.httpErrors} />
      <FilterNumber count={threw} tone="failed" term="is:threw" text={row.callbacksThrew} />
      <FilterNumber count={running} tone="pending" term="is:running" text={words.running} />
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

/** What of the filter is not used, and why. */
function FilterProblems() {
  const words = useWords(listWords)
  const { problems } = useInspectorState((state) => state.filter)
  const text = problems.map((problem) => words.problem(problem.text, words.fault[problem.fault])).join(' · ')
  return (
    <span id={FILTER_PROBLEMS_ID} className="summary-problems" role="status" title={text || undefined}>
      {text}
    </span>
  )
}

/** How far the search in bodies and headers has come, and of how many requests the bodies are not there any more. */
function SearchProgress({ searched, gone, waiting }: ReadingProgress) {
  const words = useWords(searchWords)
  if (searched + waiting === 0) return null
  const parts = [
    ...(waiting > 0 ? [words.searching(formatCount(waiting))] : [words.searched(formatCount(searched))]),
    ...(gone > 0 ? [words.gone(formatCount(gone))] : []),
  ]
  return <span role="status">{parts.join(' · ')}</span>
}

interface FilterNumberProps {
  readonly count: number
  readonly tone: Tone
  /** What it adds to the filter, and takes away when it is pressed again. */
  readonly term: string
  readonly text: (count: string) => string
}

/** How many rows are of one kind; pressed, only those are shown. Stays while it is on, so that it can be taken back. */
function FilterNumber({ count, tone, term, text }: FilterNumberProps) {
  const words = useWords(listWords)
  const { store } = useInspector()
  const query = useInspectorState((state) => state.query)
  const on = hasTerm(query, term)
  if (count === 0 && !on) return null
  return (
    <button
      type="button"
      className="summary-filter"
      data-tone={tone}
      aria-pressed={on}
      title={words.filterBy(term)}
      onClick={() => store.actions.setQuery(toggleTerm(query, term))}
    >
      <span aria-hidden="true">{TONE_SIGNS[tone]} </span>
      {text(formatCount(count))}
    </button>
  )
}

/** In the unit in which the limit is given, so that it reads as the number that was set. */
function inMebibytes(bytes: number): string {
  const size = bytes / 2 ** 20
  return size > 0 && size < 9.95 ? size.toFixed(1) : String(Math.round(size))
}
