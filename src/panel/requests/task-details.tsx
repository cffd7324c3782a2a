import { DetailPane } from '../detail/detail-pane.tsx'
import { PanelBoundary } from '../parts/panel-boundary.tsx'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { listWords } from '../words/list-words.ts'
import { rowMenuWords } from '../words/row-menu-words.ts'
import { useWords } from '../words/words.ts'

interface TaskDetailsProps {
  readonly taskId: string
  /** Called when they were closed, so that the focus can go back to where they were opened. */
  readonly onClosed: () => void
}

/** The details of the call that is open. A call that breaks them does not break those of the next. */
export function TaskDetails({ taskId, onClosed }: TaskDetailsProps) {
  const words = useWords(listWords)
  const { source, store } = useInspector()
  const snapshot = useInspectorState((state) => state.tasks.task(taskId))
  const tab = useInspectorState((state) => state.openedAt)
  const note = useInspectorState((state) => state.taskMarks.get(taskId)?.note)
  const { mark } = useWords(rowMenuWords)
  if (!snapshot) return null
  return (
    <div className="details">
      {note !== undefined && (
        <p className="details-note" role="note">
          <b>{mark.note}</b> {note}
        </p>
      )}
      <PanelBoundary key={taskId} message={words.detailsBroke}>
        <DetailPane
          source={source}
          snapshot={snapshot}
          tab={tab}
          onTab={(next) => store.actions.show({ tab: next })}
          onClose={() => {
            store.actions.close()
            onClosed()
          }}
          onOpenDomains={() => store.actions.show({ view: 'domains' })}
        />
      </PanelBoundary>
    </div>
  )
}
