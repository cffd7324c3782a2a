import { type ReactNode, useEffect } from 'react'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { RequestTable } from '../table/request-table.tsx'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'
import { PanelBoundary } from './panel-boundary.tsx'
import { SplitPane } from './split-pane.tsx'
import { TaskDetails } from './task-details.tsx'
import type { PanelLayout } from './use-layout.ts'

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
  if (layout !== 'sheet') {
    return (
      <SplitPane
        direction={layout === 'beside' ? 'row' : 'column'}
        share={share}
        onShare={(listShare) => store.actions.setPreferences({ listShare })}
        label={words.splitter}
        first={list}
        second={details || undefined}
      />
    )
  }
  return (
    <>
      <div className="sheet-under" inert={opened !== undefined}>
        {list}
      </div>
      {details && <Sheet onOpened={focusDetails}>{details}</Sheet>}
    </>
  )
}

/** Details over the whole panel. What lies under it cannot be reached, so the focus comes along. */
function Sheet({ onOpened, children }: { readonly onOpened: () => void; readonly children: ReactNode }) {
  const words = useWords(listWords)
  useEffect(onOpened, [onOpened])
  return (
    <div className="sheet" role="dialog" aria-modal="true" aria-label={words.details}>
      {children}
    </div>
  )
}
