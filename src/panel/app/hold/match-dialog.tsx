import { X } from 'lucide-react'
import { type FormEvent, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { GATES, type Gate } from '../../../contract/event/hold-event.ts'
import type { HoldChoice } from '../../../contract/hold.ts'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import editorStyles from '../../mocks/editor/editor.css?inline'
import { MatchEditor } from '../../mocks/editor/match-editor.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { holdFormWords } from '../../words/hold-form-words.ts'
import { holdWords } from '../../words/hold-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './match-dialog.css?inline'

addStyles(editorStyles)
addStyles(styles)

interface MatchDialogProps {
  /** What is held now. */
  readonly choice: HoldChoice
  readonly onChoose: (choice: HoldChoice) => void
  readonly onClose: () => void
}

/** Which calls are held, by the conditions of a rule, and where. */
export function MatchDialog({ choice, onChoose, onClose }: MatchDialogProps) {
  const words = useWords(holdFormWords)
  const gates = useWords(holdWords).gate
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => dialog.current?.showModal(), [])
  const [match, setMatch] = useState(typeof choice === 'string' ? { url: '*' } : choice.match)
  const [at, setAt] = useState<readonly Gate[]>(typeof choice === 'string' ? ['send', 'headers'] : choice.at)
  const rule: MockRule = { id: 'hold', name: '', enabled: true, when: match, respond: { kind: 'hang' } }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onChoose({ match, at })
    dialog.current?.close()
  }
  const frame = useInspector().frame.current
  if (!frame) return null
  // Out of the toolbar, whose buttons look otherwise.
  return createPortal(
    <dialog
      ref={dialog}
      className="hold-match"
      aria-label={words.matchTitle}
      onClose={onClose}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => event.target === event.currentTarget && dialog.current?.close()}
    >
      <form className="hold-match-inside" onSubmit={submit}>
        <header className="hold-match-head">
          <h2>{words.matchTitle}</h2>
          <button
            type="button"
            className="part-icon-button"
            aria-label={words.close}
            title={words.close}
            onClick={() => dialog.current?.close()}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </header>
        <MatchEditor rule={rule} readOnly={false} counted={false} onChange={async ({ when }) => setMatch(when)} />
        <fieldset className="hold-match-gates">
          <legend>{words.at}</legend>
          {GATES.map((gate) => (
            <label key={gate}>
              <input
                type="checkbox"
                checked={at.includes(gate)}
                onChange={() => setAt(GATES.filter((each) => at.includes(each) !== (each === gate)))}
              />
              {gates[gate]}
            </label>
          ))}
        </fieldset>
        <footer className="hold-match-foot">
          <button type="button" className="part-button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="submit" className="part-button" data-kind="main" disabled={at.length === 0}>
            {words.start}
          </button>
        </footer>
      </form>
    </dialog>,
    frame,
  )
}
