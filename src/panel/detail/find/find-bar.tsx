import { ChevronDown, ChevronUp, X } from 'lucide-react'
import {
  type Dispatch,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  type SetStateAction,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { PanelSource } from '../../../contract/panel-source.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { formatCount } from '../../parts/format.ts'
import { DrawnTexts } from '../../parts/found/found-blocks.tsx'
import { markFound } from '../../parts/found/mark-found.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { eventWords } from '../../words/event-words.ts'
import { findWords } from '../../words/find-words.ts'
import type { TabId } from '../../words/tab-words.ts'
import { useWords } from '../../words/words.ts'
import { useTaskEvents } from '../task/use-task-events.ts'
import styles from './find.css?inline'
import { type SearchHit, type SearchResult, type SearchText, searchInSlices } from './search-texts.ts'
import { textsOf } from './texts-of-task.ts'
import { useCalm } from './use-calm.ts'

addStyles(styles)

/** A tab of the details, in their order. */
export interface FoundTab {
  readonly id: TabId
  /** What it shows, where that is searched as it is drawn. */
  readonly drawn: ReactNode
}

interface FindBarProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  readonly tabs: readonly FoundTab[]
  /** The tab that is open: its matches come first. */
  readonly tab: TabId
  /** What is marked in. */
  readonly pane: RefObject<HTMLElement | null>
  /** Grows when the search is asked for again. */
  readonly asked: number
  /** Where the search stands. */
  readonly found: SearchHit | undefined
  readonly onFound: (hit: SearchHit | undefined) => void
  readonly onClose: () => void
}

/** How long what still comes waits before it is searched too, ms. */
const CALM = 500

/** Finds a text in everything that is known of a call, and leads to it, one place after the other. */
export function FindBar({ source, snapshot, tabs, tab, pane, asked, found, onFound, onClose }: FindBarProps) {
  const words = useWords(findWords)
  const names = useWords(eventWords)
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState('')
  const [result, setResult] = useState<SearchResult>()
  const [place, setPlace] = useState<number>()
  const events = useCalm(useTaskEvents(source, snapshot), CALM)
  const [drawnTexts, setDrawnTexts] = useState<Drawn>({})
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a snapshot says that can be searched comes with an event
  const texts = useMemo(
    () => inOrderOfTabs([...textsOf(snapshot, events, names), ...textsOfDrawn(drawnTexts)], tabs),
    [events, names, drawnTexts],
  )
  const hits = result?.hits ?? []

  useReturnedFocus(pane)
  // biome-ignore lint/correctness/useExhaustiveDependencies: again whenever it is asked for
  useLayoutEffect(() => input.current?.select(), [asked])

  const go = (among: readonly SearchHit[], next: number | undefined) => {
    setPlace(next)
    onFound(next === undefined ? undefined : { ...(among[next] as SearchHit) })
  }
  const step = (by: number) => {
    if (hits.length > 0) go(hits, ((place ?? (by > 0 ? -1 : 0)) + by + hits.length) % hits.length)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: a search begins with what is looked for and with what it is looked for in
  useEffect(() => {
    if (query === '') {
      setResult(undefined)
      go([], undefined)
      return undefined
    }
    return searchInSlices(texts, query, (next) => {
      setResult(next)
      if (query === result?.query) {
        // More has come; the place stays.
        const same = next.hits.findIndex((hit) => isSame(hit, found))
        setPlace(same < 0 ? undefined : same)
      } else {
        const here = next.hits.findIndex((hit) => hit.tab === tab)
        go(next.hits, next.hits.length === 0 ? undefined : Math.max(here, 0))
      }
    })
  }, [query, texts])
  useEffect(() => (pane.current && query !== '' ? markFound(pane.current, query, found) : undefined), [pane, query, found])

  const press = (event: KeyboardEvent) => {
    const act = { Enter: () => step(event.shiftKey ? -1 : 1), Escape: onClose }[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const all = result && (result.more ? words.atLeast(formatCount(hits.length)) : formatCount(hits.length))
  const said =
    query === ''
      ? ''
      : all === undefined
        ? words.searching
        : hits.length === 0
          ? words.none
          : place === undefined
            ? words.found(all)
            : words.count(formatCount(place + 1), all)
  return (
    <search className="find">
      <input
        ref={input}
        type="text"
        className="part-input find-input"
        value={query}
        placeholder={words.field}
        aria-label={words.field}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={press}
      />
      <span className="find-count" role="status" data-none={result !== undefined && hits.length === 0}>
        {said}
      </span>
      <button type="button" className="part-icon-button" aria-label={words.previous} title={words.previous} onClick={() => step(-1)}>
        <ChevronUp size={14} aria-hidden="true" />
      </button>
      <button type="button" className="part-icon-button" aria-label={words.next} title={words.next} onClick={() => step(1)}>
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      <button type="button" className="part-icon-button" aria-label={words.close} title={words.close} onClick={onClose}>
        <X size={14} aria-hidden="true" />
      </button>
      {tabs.map(({ id, drawn }) => drawn && <DrawnTab key={id} id={id} drawn={drawn} onTexts={setDrawnTexts} />)}
    </search>
  )
}

type Drawn = Readonly<Partial<Record<TabId, readonly string[]>>>

function* textsOfDrawn(drawn: Drawn): Generator<SearchText> {
  for (const [scope, texts] of Object.entries(drawn))
    for (const [item, text] of texts.entries()) yield { tab: scope as TabId, scope, item, text: () => text }
}

function inOrderOfTabs(texts: readonly SearchText[], tabs: readonly FoundTab[]): readonly SearchText[] {
  const placeOf = ({ tab }: SearchText) => tabs.findIndex(({ id }) => id === tab)
  return texts.toSorted((a, b) => placeOf(a) - placeOf(b))
}

interface DrawnTabProps {
  readonly id: TabId
  readonly drawn: ReactNode
  readonly onTexts: Dispatch<SetStateAction<Drawn>>
}

/** A tab rendered outside of the document, so that its text is searched while another is open. */
function DrawnTab({ id, drawn, onTexts }: DrawnTabProps) {
  const keep = useCallback((texts: readonly string[]) => onTexts((before) => ({ ...before, [id]: texts })), [onTexts, id])
  return (
    <DrawnTexts onTexts={keep} pace={CALM}>
      {drawn}
    </DrawnTexts>
  )
}

function isSame(hit: SearchHit, other: SearchHit | undefined): boolean {
  return hit.scope === other?.scope && hit.item === other.item && hit.start === other.start
}

/** Gives the focus back to where it was; where that was another tab, or has gone with it, to the tab that is open. */
function useReturnedFocus(pane: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = pane.current
    const root = element?.getRootNode() as Document | ShadowRoot | undefined
    const before = root?.activeElement as HTMLElement | null | undefined
    return () => {
      if (!element?.isConnected) return
      // What stands there is taken out with the search itself.
      queueMicrotask(() => {
        const stays = before?.isConnected && element.contains(before) && !before.matches('[role="tab"]')
        ;(stays ? before : selectedTab(element))?.focus()
      })
    }
  }, [pane])
}

function selectedTab(pane: HTMLElement): HTMLElement | null {
  return pane.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')
}
