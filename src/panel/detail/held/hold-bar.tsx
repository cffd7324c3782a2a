import { CircleStop, Pause, Pencil, Play, StepForward } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { PanelSource } from '../../../contract/panel-source.ts'
import { heldAt } from '../../../recorder/tasks/holds.ts'
import type { TaskHold, TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { lazyComponent } from '../../parts/lazy-component.tsx'
import { addStyles } from '../../styles/style-sheets.ts'
import { holdFormWords } from '../../words/hold-form-words.ts'
import { holdWords } from '../../words/hold-words.ts'
import { taskWords } from '../../words/task-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './held.css?inline'

addStyles(styles)

const EditHeld = lazyComponent(async () => (await import('./edit-held.tsx')).EditHeld, { when: 'asked' })

interface HoldBarProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
}

/** Where a held call stands, how long yet, and what can be done with it. It stays until the call ends, and so does the focus. */
export function HoldBar({ source, snapshot }: HoldBarProps) {
  const words = useWords(holdWords)
  const form = useWords(holdFormWords)
  const tasks = useWords(taskWords)
  const [editing, setEditing] = useState<TaskHold>()
  const edit = useRef<HTMLButtonElement>(null)
  const hold = heldAt(snapshot)
  const { taskId } = snapshot
  const { send } = source
  const endEditing = () => {
    setEditing(undefined)
    edit.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and borders
    <div className="hold-bar" role="group" aria-label={form.bar}>
      <div className="hold-line">
        <Pause size={14} fill="currentColor" aria-hidden="true" />
        <strong>{hold ? words.held(words.gate[hold.gate]) : form.goingOn}</strong>
        <span className="hold-facts">
          {hold && (
            <>
              {words.timeout[hold.timeout]} · <TimeLeft source={source} since={hold.from} />
            </>
          )}
        </span>
        {send && (
          <span className="hold-acts">
            <button
              type="button"
              className="part-button"
              data-kind="main"
              aria-keyshortcuts="F8"
              title={`${words.resume} (F8)`}
              aria-disabled={!hold}
              onClick={() => hold && send({ type: 'resume', taskId })}
            >
              <Play size={13} aria-hidden="true" />
              {words.resume}
            </button>
            <button
              type="button"
              className="part-button"
              aria-keyshortcuts="F9"
              title={`${words.step} (F9)`}
              aria-disabled={!hold}
              onClick={() => hold && send({ type: 'step', taskId })}
            >
              <StepForward size={13} aria-hidden="true" />
              {words.step}
            </button>
            <button
              type="button"
              className="part-button"
              ref={edit}
              aria-disabled={!hold}
              aria-expanded={hold !== undefined && editing === hold}
              onClick={() => setEditing(editing === hold ? undefined : hold)}
            >
              <Pencil size={13} aria-hidden="true" />
              {form.edit}
            </button>
            <button type="button" className="part-button" data-kind="danger" onClick={() => send({ type: 'abort', taskId })}>
              <CircleStop size={13} aria-hidden="true" />
              {tasks.abort}
            </button>
          </span>
        )}
      </div>
      {hold && editing === hold && (
        <EditHeld key={`${taskId} ${hold.from}`} source={source} snapshot={snapshot} hold={hold} onClose={endEditing} />
      )}
    </div>
  )
}

/** Seconds until a held call goes on by itself. */
function TimeLeft({ source, since }: { readonly source: PanelSource; readonly since: number }) {
  const words = useWords(holdFormWords)
  const [, redraw] = useState(0)
  const after = source.state?.().settings?.hold.continueAfter ?? 0
  const left = Math.max(0, Math.ceil((since + after - source.now()) / 1000))
  useEffect(() => {
    const next = setTimeout(() => redraw((count) => count + 1), 500)
    return () => clearTimeout(next)
  })
  return <span className="hold-left">{words.left(String(left))}</span>
}
