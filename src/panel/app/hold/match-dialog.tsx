import { type FormEvent, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { CommandOutcome } from '../../../contract/command.ts'
import { GATES, type Gate } from '../../../contract/event/hold-event.ts'
import type { HoldChoice } from '../../../contract/hold.ts'
import type { Issue } from '../../../contract/inspector-error.ts'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import { MatchEditor } from '../../mocks/plain/editors.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { holdFormWords } from '../../words/hold-form-words.ts'
import { holdWords } from '../../words/hold-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './match-dialog.css?inline'

addStyles(styles)

interface MatchDialogProps {
  /** What is held now. */
  readonly choice: HoldChoice
  readonly onChoose: (choice: HoldChoice) => Promise<CommandOutcome>
  readonly onClose: () => void
}

/** Which calls are held, by the conditions of a rule, and where. */
export function MatchDialog({ choice, onChoose, onClose }: MatchDialogProps) {
  const words = useWords(holdFormWords)
  const gates = useWords(holdWords).gate
  const dialog = useRef<HTMLDialogElement>(null)
  const [match, setMatch] = useState(typeof choice === 'string' ? { url: '*' } : choice.match)
  const [at, setAt] = useState<readonly Gate[]>(typeof choice === 'string' ? ['send', 'headers'] : choice.at)
  const rule: MockRule = { id: 'hold', name: '', enabled: true, when: match, respond: { kind: 'hang' } }
  const [issues, setIssues] = useState<readonly Issue[]>([])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const outcome = await onChoose({ match, at })
    if (outcome.ok) dialog.current?.close()
    else setIssues(outcome.issues)
  }
  const frame = useInspector().frame.current
  if (!frame) return null
  // Out of the toolbar, whose buttons look otherwise.
  return createPortal(
    <Dialog dialog={dialog} className="hold-match" title={words.matchTitle} closeLabel={words.close} onClose={onClose}>
      <form className="hold-match-form" onSubmit={(event) => void submit(event)}>
        <MatchEditor rule={rule} readOnly={false} inUse={false} onChange={async ({ when }) => setMatch(when)} />
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
        {issues.length > 0 && (
          <p className="hold-match-fault" role="alert">
            {issues.map(({ path, message }) => `${path} ${message}`).join('; ')}
          </p>
        )}
        <footer className="dialog-acts">
          <button type="button" className="part-button" onClick={() => dialog.current?.close()}>
            {words.cancel}
          </button>
          <button type="submit" className="part-button" data-kind="main" disabled={at.length === 0}>
            {words.start}
          </button>
        </footer>
      </form>
    </Dialog>,
    frame,
  )
}
