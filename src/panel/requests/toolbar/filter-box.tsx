import { Search, X } from 'lucide-react'
import { useId, useRef } from 'react'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './toolbar.css?inline'

addStyles(styles)

/** The filter, and what of it could not be used. */
export function FilterBox() {
  const words = useWords(listWords)
  const { store } = useInspector()
  const query = useInspectorState((state) => state.query)
  const { problems } = useInspectorState((state) => state.filter)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="filter">
      <div className="filter-field" data-invalid={problems.length > 0 || undefined}>
        <Search size={13} aria-hidden="true" className="filter-icon" />
        <input
          ref={input}
          type="search"
          className="filter-input"
          value={query}
          placeholder={words.filterHint}
          aria-label={words.filter}
          aria-describedby={problems.length > 0 ? id : undefined}
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
      {problems.length > 0 && (
        <div id={id} className="filter-problems" role="status">
          {problems.map((problem) => (
            <span key={problem.from}>{words.problem(problem.text, words.fault[problem.fault])}</span>
          ))}
        </div>
      )}
    </div>
  )
}
