import { useId, useMemo, useRef, useState } from 'react'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { type ColumnId, columnIds, isColumnId } from '../../rows/column-values.ts'
import { useInspector } from '../../store/inspector-context.ts'
import type { InspectorStore } from '../../store/inspector-store.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { useWords } from '../../words/words.ts'
import styles from './header-column.css?inline'
import { headerColumnWords } from './header-column-words.ts'

addStyles(styles)

/** Calls whose headers are offered. */
const MOST_CALLS = 100

/** Asks for the name of a response header, and shows its column. */
export function HeaderColumnDialog() {
  const words = useWords(headerColumnWords)
  const { store } = useInspector()
  const dialog = useRef<HTMLDialogElement>(null)
  const list = useId()
  const hint = useId()
  const [typed, setTyped] = useState('')
  const names = useMemo(() => headersSeen(store), [store])
  const add = () => {
    const { columns } = store.getState().preferences
    const id = `header-${typed.trim()}` as const
    if (!isColumnId(id)) return
    const known = columnIds(columns).find((each: ColumnId) => each.toLowerCase() === id.toLowerCase())
    store.actions.setPreferences({ columns: { ...columns, [known ?? id]: true } })
    dialog.current?.close()
  }
  return (
    <Dialog dialog={dialog} className="header-column" title={words.title} onClose={() => store.actions.setDialog(undefined)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <input
          type="text"
          className="part-input"
          aria-label={words.name}
          aria-describedby={hint}
          list={list}
          value={typed}
          maxLength={100}
          required
          pattern="\s*[\w\-]+\s*"
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
        <datalist id={list}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <p id={hint} className="part-note">
          {words.hint}
        </p>
        <div className="dialog-acts">
          <button type="button" className="part-button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="submit" className="part-button" data-kind="main">
            {words.add}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function headersSeen(store: InspectorStore): readonly string[] {
  const { rows, tasks } = store.getState()
  const names = rows.ids.slice(-MOST_CALLS).flatMap((id) => Object.keys(tasks.task(id)?.header ?? {}))
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()].sort()
}
