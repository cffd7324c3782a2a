import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { PanelSource } from '../../contract/panel-source.ts'
import { fetchLateParts, lazyComponent } from '../parts/lazy-component.tsx'
import { PanelBoundary } from '../parts/panel-boundary.tsx'
import { useLayout } from '../parts/use-layout.ts'
import { ListAndDetails } from '../requests/list-and-details.tsx'
import { SummaryBar } from '../requests/summary-bar.tsx'
import { InspectorContext, type PanelPlace } from '../store/inspector-context.ts'
import type { InspectorStore } from '../store/inspector-store.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'
import styles from './app.css?inline'
import { handleFrameKey } from './frame-keys.ts'
import { NoticesBar } from './notices-bar.tsx'
import { Toolbar } from './toolbar.tsx'
import { useKeptFocus } from './use-kept-focus.ts'

addStyles(styles)

// Few open it, and it brings the words of every fault of a domain.
const LateDomainPane = lazyComponent(async () => (await import('../domains/domain-pane.tsx')).DomainPane)

interface InspectorFrameProps {
  readonly source: PanelSource
  readonly store: InspectorStore
  readonly place: PanelPlace
}

/** The whole panel: toolbar, the list with its details or the domain lists, and a line of numbers. */
export function InspectorFrame({ source, store, place }: InspectorFrameProps) {
  const words = useWords(listWords)
  const view = useStore(store, (state) => state.view)
  const opened = useStore(store, (state) => state.opened !== undefined)
  const [said, setSaid] = useState('')
  const content = useMemo(() => ({ source, store, place, announce: setSaid }), [source, store, place])
  const frame = useRef<HTMLDivElement>(null)
  const filterInput = useRef<HTMLInputElement>(null)
  const layout = useLayout(frame)
  useKeptFocus(frame)
  useEffect(() => {
    const drawn = requestAnimationFrame(() => void fetchLateParts())
    return () => cancelAnimationFrame(drawn)
  }, [])

  const covered = layout === 'sheet' && view === 'requests' && opened

  const focusList = useCallback(() => focusIn(frame.current, '[role="grid"]'), [])
  const focusDetails = useCallback(() => focusIn(frame.current, '.details [role="tab"][aria-selected="true"]'), [])
  const focusFilter = useCallback(() => filterInput.current?.focus(), [])
  const handleKey = (event: KeyboardEvent) => handleFrameKey(event, { source, store, focusList, focusDetails, focusFilter })

  return (
    <InspectorContext value={content}>
      <section ref={frame} className="frame" data-layout={layout} aria-label={words.panel} onKeyDown={handleKey}>
        <div className="frame-head" inert={covered}>
          <Toolbar filterInput={filterInput} />
          <NoticesBar />
        </div>
        {view === 'domains' ? (
          <PanelBoundary message={words.domainsBroke}>
            <div className="frame-domains">
              <LateDomainPane source={source} />
            </div>
          </PanelBoundary>
        ) : (
          <>
            <ListAndDetails layout={layout} focusList={focusList} focusDetails={focusDetails} focusFilter={focusFilter} />
            <SummaryBar />
          </>
        )}
        <div className="part-unseen" role="status">
          {said}
        </div>
      </section>
    </InspectorContext>
  )
}

function focusIn(frame: HTMLElement | null, selector: string): void {
  frame?.querySelector<HTMLElement>(selector)?.focus()
}
