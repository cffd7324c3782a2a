import { type KeyboardEvent, type Ref, type RefObject, useId, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type Suggestions as Found, type SuggestedKey, type Suggestion, suggestTerms } from '../../filter/suggest/suggest-terms.ts'
import { TermValues } from '../../filter/suggest/term-values.ts'
import { formatCount } from '../../parts/format.ts'
import { placeBelow } from '../../parts/menu/place-popup.ts'
import { useInspector } from '../../store/inspector-context.ts'
import type { SavedFilter } from '../../store/saved-settings.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { filterWords } from '../../words/filter/filter-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './suggestions.css?inline'
import { useSavedFilters } from './use-saved-filters.ts'

addStyles(styles)

/** Hears the keys of the field first. Tells whether it did something. */
export type SuggestionKeys = (event: KeyboardEvent) => boolean

/** What the field says of its list. */
export interface ShownSuggestions {
  readonly listId: string
  readonly optionId: string | undefined
  readonly said: string
}

interface SuggestionsProps {
  readonly query: string
  readonly caret: number
  /** Whether it was opened by its key, before anything was typed. Then its first is chosen. */
  readonly asked: boolean
  readonly field: RefObject<HTMLElement | null>
  readonly keys: Ref<SuggestionKeys>
  readonly onTake: (query: string, caret: number, whole: boolean) => void
  readonly onClose: () => void
  /** `undefined` while there is nothing to suggest. */
  readonly onShown: (shown: ShownSuggestions | undefined) => void
}

/** What the term at the caret could become: the list of the ARIA guide's combobox. The focus stays in the field. */
export function Suggestions({ query, caret, asked, field, keys, onTake, onClose, onShown }: SuggestionsProps) {
  const words = useWords(filterWords)
  const { store } = useInspector()
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  // Those of a key stay as they were when it was first asked for: the list does not change under the hand.
  const values = useMemo(() => new TermValues(store.getState().rows), [store])
  const { list: saved } = useSavedFilters()
  const found = useMemo(
    () => withSaved(suggestTerms(query, caret, values, asked), saved, query, caret, asked),
    [query, caret, values, asked, saved],
  )
  const items = found?.items ?? []
  const [moved, setMoved] = useState<{ readonly of: unknown; readonly index: number }>()
  const chosen = moved && moved.of === found ? moved.index : asked || found?.preselected ? 0 : -1
  const optionId = chosen < 0 ? undefined : `${listId}-${chosen}`
  const said = items.length > 0 ? words.found(formatCount(items.length)) : ''

  const take = ({ text, value }: Suggestion) => {
    if (!found) return
    onTake(`${query.slice(0, found.from)}${text}${query.slice(found.to)}`, found.from + text.length, value !== undefined)
  }

  useImperativeHandle(keys, () => (event) => {
    if (items.length === 0) return false
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      const down = key === 'ArrowDown'
      // Behind the last comes what was typed, then the first again.
      const next = chosen + (down ? 1 : -1)
      setMoved({ of: found, index: next < -1 ? items.length - 1 : next === items.length ? -1 : next })
      return true
    }
    if (key === 'Escape') {
      onClose()
      return true
    }
    if (key !== 'Enter' && key !== 'Tab') return false
    const item = items[chosen]
    if (item) take(item)
    else onClose()
    // A Tab that takes nothing goes on to what comes next.
    return item !== undefined || key === 'Enter'
  })

  const isShown = items.length > 0
  // In the frame in which the list is drawn, as one change of the page with it.
  useLayoutEffect(() => {
    onShown(isShown ? { listId, optionId, said } : undefined)
  }, [onShown, isShown, listId, optionId, said])
  useLayoutEffect(() => () => onShown(undefined), [onShown])

  // biome-ignore lint/correctness/useExhaustiveDependencies: other items need other room
  useLayoutEffect(() => {
    const popup = list.current
    const anchor = field.current
    if (!popup || !anchor) return undefined
    if (!popup.matches(':popover-open')) popup.showPopover()
    const view = popup.ownerDocument.defaultView
    const place = () => {
      popup.style.maxHeight = ''
      const page = popup.ownerDocument.documentElement
      const size = { width: popup.offsetWidth, height: popup.offsetHeight }
      const room = { width: page.clientWidth, height: view?.innerHeight ?? page.clientHeight }
      const { left, top, maxHeight } = placeBelow(anchor.getBoundingClientRect(), size, room)
      Object.assign(popup.style, { left: `${left}px`, top: `${top}px`, maxHeight: `${maxHeight}px` })
    }
    place()
    view?.addEventListener('resize', place)
    view?.addEventListener('scroll', place)
    return () => {
      view?.removeEventListener('resize', place)
      view?.removeEventListener('scroll', place)
    }
  }, [field, found])

  useLayoutEffect(() => {
    if (chosen >= 0) list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' })
  }, [chosen])

  if (items.length === 0) return null
  return (
    <div
      ref={list}
      id={listId}
      role="listbox"
      popover="manual"
      className="part-popup suggestions"
      aria-label={words.suggestions}
      // The focus stays in the field.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      {items.map((item, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: it is chosen from the field (aria-activedescendant)
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
        <div
          key={item.text}
          id={`${listId}-${index}`}
          role="option"
          aria-selected={index === chosen}
          className="suggestion"
          onClick={() => take(item)}
        >
          <span className="suggestion-term">{item.text}</span>
          <span className="suggestion-note">{noteOf(item, words)}</span>
          {item.count !== undefined && <span className="suggestion-count">{words.requests(formatCount(item.count))}</span>}
        </div>
      ))}
    </div>
  )
}

/** Saved filters by their names, where nothing else is typed. They come first. */
function withSaved(
  found: Found | undefined,
  saved: readonly SavedFilter[],
  query: string,
  caret: number,
  asked: boolean,
): Found | undefined {
  const typed = query.trim().toLowerCase()
  const named = saved.filter((filter) => filter.name.toLowerCase().startsWith(typed) && filter.query !== query.trim())
  if (named.length === 0 || caret !== query.length || (typed === '' && !asked)) return found
  const items = named.map((filter) => ({ text: filter.query, value: filter.query, savedAs: filter.name }))
  return { from: 0, to: query.length, preselected: false, items: [...items, ...(found?.items ?? [])] }
}

/** What a key asks for, the name of a saved filter, or what a state means. Other values speak for themselves. */
function noteOf({ key, value, savedAs }: Suggestion, words: (typeof filterWords)['en']): string | undefined {
  if (key === undefined) return savedAs
  const about: Readonly<Record<SuggestedKey, string>> = words.key
  const states: Readonly<Record<string, string>> = words.state
  if (value === undefined) return about[key]
  return key === 'is' ? states[value] : undefined
}
