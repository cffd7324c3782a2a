import { useId, useRef, useState } from 'react'
import { Dialog } from '../../parts/dialog/dialog.tsx'
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
  const save = () => {
    store.actions.mark(taskIds, { note: text.trim() || undefined })
    dialog.current?.close()
  }
  return (
    <Dialog
      dialog={dialog}
      className="note-dialog"
      title={words.note}
      onClose={() => store.actions.writeNote(undefined)}
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && save()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <textarea
          className="part-input note-text"
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
        <div className="dialog-acts">
          <button type="button" className="part-button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="submit" className="part-button" data-kind="main">
            {words.save}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
