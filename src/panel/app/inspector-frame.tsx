import { useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { PanelSource } from '../../contract/panel-source.ts'
import { handlePaste } from '../exchange/handle-paste.ts'
import { type Sessions, SessionsContext } from '../exchange/sessions-context.ts'
import { handleHistoryKey } from '../mocks/rules/history-keys.ts'
import { fetchLateParts, lazyComponent } from '../parts/lazy-component.tsx'
import { PanelBoundary } from '../parts/panel-boundary.tsx'
import { useLayout } from '../parts/use-layout.ts'
import type { Schedule } from '../store/frame-pace.ts'
import { InspectorContext, type PanelPlace } from '../store/inspector-context.ts'
import type { InspectorStore } from '../store/inspector-store.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { listWords } from '../words/list-words.ts'
import { mockWords } from '../words/mock-words.ts'
import { useWords } from '../words/words.ts'
import styles from './app.css?inline'
import { NoticesBar } from './notices-bar.tsx'
import { handlePanelKey } from './panel-keys.ts'
import { Snackbar } from './snackbar.tsx'
import { Toolbar } from './toolbar.tsx'
import { useKeptFocus } from './use-kept-focus.ts'
import { VIEWS } from './views.ts'

addStyles(styles)

const HarDialog = lazyComponent(async () => (await import('../exchange/har-dialog.tsx')).HarDialog)
const RequestDialog = lazyComponent(async () => (await import('../exchange/request-dialog.tsx')).RequestDialog)
const CompareSessionsDialog = lazyComponent(
  async () => (await import('../requests/compare/compare-sessions-dialog.tsx')).CompareSessionsDialog,
  { when: 'asked' },
)
const HeaderColumnDialog = lazyComponent(
  async () => (await import('../requests/header-column/header-column-dialog.tsx')).HeaderColumnDialog,
)
const ReportDialog = lazyComponent(async () => (await import('../report/report-dialog.tsx')).ReportDialog, { when: 'asked' })
const SessionBar = lazyComponent(async () => (await import('../exchange/session-bar.tsx')).SessionBar)
const ReplayBar = lazyComponent(async () => (await import('../replay/replay-bar.tsx')).ReplayBar)
const KeysDialog = lazyComponent(async () => (await import('./keys-dialog.tsx')).KeysDialog)

interface InspectorFrameProps {
  readonly source: PanelSource
  readonly store: InspectorStore
  readonly place: PanelPlace
  readonly pace: Schedule
}

/** The whole panel: the toolbar, what is to be noticed, and one of the views. */
export function InspectorFrame({ source, store, place, pace }: InspectorFrameProps) {
  const words = useWords(listWords)
  const mocking = useWords(mockWords)
  const sessions = useContext(SessionsContext)
  const shown = useStore(store, (state) => state.view)
  const dialog = useStore(store, (state) => state.dialog)
  const [said, setSaid] = useState('')
  const [covered, setCovered] = useState(false)
  const [keysShown, setKeysShown] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const layout = useLayout(frame)
  const content = useMemo(
    () => ({ source, store, place, pace, layout, frame, setCovered, showKeys: () => setKeysShown(true), announce: setSaid }),
    [source, store, place, pace, layout],
  )
  useKeptFocus(frame)
  useEffect(() => {
    const drawn = requestAnimationFrame(() => void fetchLateParts())
    return () => cancelAnimationFrame(drawn)
  }, [])
  const view = VIEWS.find(({ id }) => id === shown)

  return (
    <InspectorContext value={content}>
      <section
        ref={frame}
        className="frame"
        // A press on what takes no focus, such as a button that was just switched off, leaves it in the panel, whose keys go on.
        tabIndex={-1}
        data-layout={layout}
        aria-label={words.panel}
        onKeyDown={(event) => {
          handlePanelKey(event, view?.keys, content)
          handleHistoryKey(event, content, mocking)
        }}
        onPaste={(event) => handlePaste(event, content)}
      >
        <div className="frame-head" inert={covered}>
          <Toolbar Tools={view?.Tools} />
          <NoticesBar />
          {place.replay ? <ReplayBar controls={place.replay} /> : sessions && needsBar(sessions) && <SessionBar sessions={sessions} />}
        </div>
        <PanelBoundary key={shown} message={words.viewBroke}>
          {view && <view.Content />}
        </PanelBoundary>
        {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
        {dialog?.kind === 'request' && source.send && <RequestDialog key={dialog.taskId ?? ''} draft={dialog} />}
        {dialog?.kind === 'har' && <HarDialog />}
        {dialog?.kind === 'report' && <ReportDialog />}
        {dialog?.kind === 'header-column' && <HeaderColumnDialog />}
        {dialog?.kind === 'compare-sessions' && <CompareSessionsDialog />}
        <Snackbar />
        <div className="part-unseen" role="status">
          {said}
        </div>
      </section>
    </InspectorContext>
  )
}

function needsBar({ opened, reading, failed }: Sessions): boolean {
  return opened.length > 0 || reading !== undefined || failed !== undefined
}
