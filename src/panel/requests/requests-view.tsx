import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo } from 'react'
import { MockedLine } from '../mocks/call/mocked-line.tsx'
import { lazyComponent } from '../parts/lazy-component.tsx'
import { PanelBoundary } from '../parts/panel-boundary.tsx'
import { SplitPane } from '../parts/split/split-pane.tsx'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'
import { focusDetails, focusList } from './focus-places.ts'
import { RequestTable } from './list/request-table.tsx'
import styles from './requests.css?inline'
import { SummaryBar } from './summary-bar.tsx'

addStyles(styles)

const TaskDetails = lazyComponent(async () => (await import('./task-details.tsx')).TaskDetails)
const CompareDialog = lazyComponent(async () => (await import('./compare/compare-dialog.tsx')).CompareDialog)
const NoteDialog = lazyComponent(async () => (await import('./marks/note-dialog.tsx')).NoteDialog)

/** The list, beside, below or over it the details of the call that is open, and a line of numbers. */
export function RequestsView() {
  const words = useWords(listWords)
  const { store, layout, frame } = useInspector()
  const share = useInspectorState((state) => state.preferences.listShare)
  const opened = useInspectorState((state) => state.opened)
  const noting = useInspectorState((state) => state.noting)
  const comparing = useInspectorState((state) => state.comparing)
  const toList = useCallback(() => focusList(frame.current), [frame])
  const toDetails = useCallback(() => focusDetails(frame.current), [frame])
  // The same element from render to render, so that opening a call draws the details and not the list.
  const list = useMemo(
    () => (
      <PanelBoundary message={words.listBroke}>
        <RequestTable focusDetails={toDetails} />
      </PanelBoundary>
    ),
    [words.listBroke, toDetails],
  )
  const details = opened !== undefined && <TaskDetails taskId={opened} onClosed={toList} />
  const asSheet = layout === 'sheet'
  return (
    <>
      {/* The list keeps its place in the tree in every layout, and with that its focus and how far it is scrolled. */}
      <SplitPane
        direction={layout === 'beside' ? 'row' : 'column'}
        share={share}
        onShare={(listShare) => store.actions.setPreferences({ listShare })}
        label={words.splitter}
        first={
          <div className="sheet-under" inert={asSheet && opened !== undefined}>
            {list}
          </div>
        }
        second={(!asSheet && details) || undefined}
      />
      {asSheet && details && (
        <Sheet onOpened={toDetails} onClosed={toList}>
          {details}
        </Sheet>
      )}
      {opened === undefined && <MockedLine />}
      <SummaryBar />
      {noting && <NoteDialog taskIds={noting} />}
      {comparing && <CompareDialog taskIds={comparing} />}
    </>
  )
}

interface SheetProps {
  readonly onOpened: () => void
  readonly onClosed: () => void
  readonly children: ReactNode
}

/** Details over the whole panel. What lies under it cannot be reached, so the focus comes along, and goes back when it can. */
function Sheet({ onOpened, onClosed, children }: SheetProps) {
  const words = useWords(listWords)
  const { setCovered } = useInspector()
  useLayoutEffect(() => {
    setCovered(true)
    return () => setCovered(false)
  }, [setCovered])
  // Later than that: what is inert takes no focus.
  useEffect(() => {
    onOpened()
    return () => void onClosed()
  }, [onOpened, onClosed])
  return (
    <div className="sheet" role="dialog" aria-modal="true" aria-label={words.details}>
      {children}
    </div>
  )
}
