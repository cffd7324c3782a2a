import { type ReactNode, useEffect } from 'react'
import { PanelBoundary } from '../parts/panel-boundary.tsx'
import { SplitPane } from '../parts/split-pane.tsx'
import type { PanelLayout } from '../parts/use-layout.ts'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'
import { RequestTable } from './list/request-table.tsx'
import styles from './requests.css?inline'
import { TaskDetails } from './task-details.tsx'

addStyles(styles)

interface ListAndDetailsProps {
  readonly layout: PanelLayout
  readonly focusList: () => void
  readonly focusDetails: () => void
  readonly focusFilter: () => void
}

/** The list, and beside, below or over it the details of the call that is open. */
export function ListAndDetails({ layout, focusList, focusDetails, focusFilter }: ListAndDetailsProps) {
  const words = useWords(listWords)
  const { store } = useInspector()
  const share = useInspectorState((state) => state.preferences.listShare)
  const opened = useInspectorState((state) => state.opened)
  const list = (
    <PanelBoundary message={words.listBroke}>
      <RequestTable focusDetails={focusDetails} focusFilter={focusFilter} />
    </PanelBoundary>
  )
  const details = opened !== undefined && <TaskDetails taskId={opened} onClosed={focusList} />
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
        <Sheet onOpened={focusDetails} onClosed={focusList}>
          {details}
        </Sheet>
      )}
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
  useEffect(() => {
    onOpened()
    return onClosed
  }, [onOpened, onClosed])
  return (
    <div className="sheet" role="dialog" aria-modal="true" aria-label={words.details}>
      {children}
    </div>
  )
}
