import { useId, useLayoutEffect, useRef, useState } from 'react'
import { useInspector } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { rowMenuWords } from '../../words/row-menu-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './marks.css?inline'

addStyles(styles)

/** Characters: a note, not a document. */
const LONGEST_NOTE = 2000

/** Writes the note of a call, or the same one of several. */
export function NoteDialog({ taskIds }: { readonly taskIds: readonly string[] }) {
  const { mark: words } = useWords(rowMenuWords)
  const { store } = useInspector()
  const dialog = useRef<HTMLDialogElement>(null)
  const hint = useId()
  const [text, setText] = useState(() => store.getState().taskMarks.get(taskIds[0] ?? '')?.note ?? '')
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const save = () => {
    store.actions.mark(taskIds, { note: text.trim() || undefined })
    dialog.current?.close()
  }
  return (
    <dialog
      ref={dialog}
      className="note-dialog"
      aria-label={words.note}
      onClose={() => store.actions.writeNote(undefined)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <h2>{words.note}</h2>
        <textarea
          className="note-text"
          aria-label={words.note}
          aria-describedby={hint}
          rows={4}
          maxLength={LONGEST_NOTE}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <p id={hint} className="part-note">
          {words.noteHint}
        </p>
        <div className="note-acts">
          <button type="button" className="part-button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="submit" className="part-button" data-kind="main">
            {words.save}
          </button>
        </div>
      </form>
    </dialog>
  )
}
