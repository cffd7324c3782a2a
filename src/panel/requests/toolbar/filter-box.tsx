import { Search, X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FilterProblem } from '../../filter/parse-filter.ts'
import { lateCode } from '../../parts/lazy-component.tsx'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import { useSingleKey } from '../../store/single-keys.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'
import type { ShownSuggestions, SuggestionKeys } from './suggestions.tsx'
import styles from './toolbar.css?inline'

addStyles(styles)

const useSuggestions = lateCode(() => import('./suggestions.tsx'))
const useSavedFiltersMenu = lateCode(() => import('./saved-filters-menu.tsx'))

// One element each: React passes over what is the same object, and the field is drawn with each key.
const SEARCH_ICON = <Search size={13} aria-hidden="true" className="filter-icon" />
const CLEAR_ICON = <X size={13} aria-hidden="true" />

/** Where it is told why a part of the filter is not used. */
export const FILTER_PROBLEMS_ID = 'filter-problems'

/** The filter; what of it could not be used is underlined, and told in the summary bar, where it covers nothing and moves nothing. */
export function FilterBox() {
  const words = useWords(listWords)
  const { store } = useInspector()
  const query = useInspectorState((state) => state.query)
  const { problems } = useInspectorState((state) => state.filter)
  const input = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const marks = useRef<HTMLDivElement>(null)
  const keys = useRef<SuggestionKeys>(null)
  const [caret, setCaret] = useState(0)
  /** What the suggestions were asked for by. They are in nobody's way who only came here. */
  const [asking, setAsking] = useState<'typing' | 'key'>()
  const [shown, setShown] = useState<ShownSuggestions>()
  const stopAsking = useCallback(() => setAsking(undefined), [])
  const { Suggestions } = useSuggestions() ?? {}
  const { SavedFiltersMenu } = useSavedFiltersMenu() ?? {}
  const savedFilters = useMemo(() => SavedFiltersMenu && <SavedFiltersMenu />, [SavedFiltersMenu])

  /** Where the caret goes once the field holds what was taken. */
  const placeCaret = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (placeCaret.current === undefined) return
    input.current?.setSelectionRange(placeCaret.current, placeCaret.current)
    placeCaret.current = undefined
  })

  const take = (taken: string, at: number, whole: boolean) => {
    store.actions.setQuery(taken)
    setCaret(at)
    setAsking(whole ? undefined : 'typing')
    placeCaret.current = at
  }
  const followCaret = () => setCaret(input.current?.selectionStart ?? 0)

  const handleKey = (event: KeyboardEvent) => {
    // A key of an input method chooses what is typed.
    if (event.nativeEvent.isComposing) return
    if (keys.current?.(event)) event.preventDefault()
    else if (event.key === 'ArrowDown' && shown === undefined) {
      event.preventDefault()
      followCaret()
      setAsking('key')
    } else if (event.key === 'Escape' && query !== '') {
      event.preventDefault()
      setAsking(undefined)
      store.actions.setQuery('')
    }
    if (event.defaultPrevented) event.stopPropagation()
  }

  const alignMarks = () => {
    if (marks.current && input.current) marks.current.scrollLeft = input.current.scrollLeft
  }
  useLayoutEffect(alignMarks)
  return (
    <div className="filter">
      <div ref={field} className="filter-field" data-invalid={problems.length > 0 || undefined}>
        {SEARCH_ICON}
        <div className="filter-line">
          {problems.length > 0 && (
            <div ref={marks} className="filter-marks" aria-hidden="true">
              {marked(query, problems)}
            </div>
          )}
          <input
            ref={input}
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={shown !== undefined}
            aria-controls={shown?.listId}
            aria-activedescendant={shown?.optionId}
            className="filter-input"
            onScroll={alignMarks}
            value={query}
            placeholder={words.filterHint}
            aria-label={words.filter}
            aria-describedby={problems.length > 0 ? FILTER_PROBLEMS_ID : undefined}
            aria-invalid={problems.length > 0 || undefined}
            aria-keyshortcuts={useSingleKey('/')}
            title={words.filterKeys}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              followCaret()
              setAsking('typing')
              store.actions.setQuery(event.target.value)
            }}
            onKeyDown={handleKey}
            onKeyUp={followCaret}
            onClick={followCaret}
            onBlur={stopAsking}
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
            {CLEAR_ICON}
          </button>
        )}
        <span className="saved-filters">{savedFilters}</span>
      </div>
      {asking && Suggestions && (
        <Suggestions
          query={query}
          caret={caret}
          asked={asking === 'key'}
          field={field}
          keys={keys}
          onTake={take}
          onClose={stopAsking}
          onShown={setShown}
        />
      )}
      <span className="part-unseen" role="status">
        {shown?.said}
      </span>
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
