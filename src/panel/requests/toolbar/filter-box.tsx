import { Search, X } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { FilterProblem } from '../../filter/parse-filter.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './toolbar.css?inline'

addStyles(styles)

/** Where it is told why a part of the filter is not used. */
export const FILTER_PROBLEMS_ID = 'filter-problems'

/** The filter; what of it could not be used is underlined, and told in the summary bar, where it covers nothing and moves nothing. */
export function FilterBox() {
  const words = useWords(listWords)
  const { store } = useInspector()
  const query = useInspectorState((state) => state.query)
  const { problems } = useInspectorState((state) => state.filter)
  const input = useRef<HTMLInputElement>(null)
  const marks = useRef<HTMLDivElement>(null)
  const alignMarks = () => {
    if (marks.current && input.current) marks.current.scrollLeft = input.current.scrollLeft
  }
  useLayoutEffect(alignMarks)
  return (
    <div className="filter">
      <div className="filter-field" data-invalid={problems.length > 0 || undefined}>
        <Search size={13} aria-hidden="true" className="filter-icon" />
        <div className="filter-line">
          {problems.length > 0 && (
            <div ref={marks} className="filter-marks" aria-hidden="true">
              {marked(query, problems)}
            </div>
          )}
          <input
            ref={input}
            type="search"
            className="filter-input"
            onScroll={alignMarks}
            value={query}
            placeholder={words.filterHint}
            aria-label={words.filter}
            aria-describedby={problems.length > 0 ? FILTER_PROBLEMS_ID : undefined}
            aria-invalid={problems.length > 0 || undefined}
            aria-keyshortcuts="/"
            title={words.filterKeys}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => store.actions.setQuery(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || query === '') return
              event.preventDefault()
              event.stopPropagation()
              store.actions.setQuery('')
            }}
          />
        </div>
        {query !== '' && (
          <button
            type="button"
            className="part-icon-button filter-clear"
            aria-label={words.clearFilter}
            title={words.clearFilter}
            onClick={() => {
              store.actions.setQuery('')
              input.current?.focus()
            }}
          >
            <X size={13} aria-hidden="true" />
          </button>
        )}
      </div>
    </div>
  )
}

/** What was typed, with its faulty parts marked: it lies behind the text of the field, unseen but for the marks. */
function marked(query: string, problems: readonly FilterProblem[]): ReactNode {
  let at = 0
  return [
    ...problems.map(({ from, to }) => {
      const before = query.slice(at, from)
      at = to
      return [before, <u key={from}>{query.slice(from, to)}</u>]
    }),
    query.slice(at),
  ]
}
