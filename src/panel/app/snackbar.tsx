import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useInspector, useInspectorState } from '../store/inspector-context.ts'
import { listWords } from '../words/list-words.ts'
import { useWords } from '../words/words.ts'

/** ms that it stays when nobody points at it. */
const SHOWN_FOR = 8000

/** What came of the last act, for a while, and what can be done about it. It covers the end of the list rather than moving anything. */
export function Snackbar() {
  const words = useWords(listWords)
  const { store } = useInspector()
  const snackbar = useInspectorState((state) => state.snackbar)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (!snackbar || held) return
    const timer = setTimeout(() => store.actions.setSnackbar(undefined), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [snackbar, held, store])
  const { act } = snackbar ?? {}
  return (
    <>
      <span role="status" className="part-unseen">
        {snackbar?.text}
      </span>
      {snackbar && (
        <fieldset
          className="snackbar"
          aria-label={words.outcome}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span className="snackbar-text">{snackbar.text}</span>
          {act && (
            <button type="button" className="part-link snackbar-act" title={act.hint} onClick={act.run}>
              {act.label}
            </button>
          )}
          <button
            type="button"
            className="part-icon-button"
            aria-label={words.dismiss}
            title={words.dismiss}
            onClick={() => store.actions.setSnackbar(undefined)}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </fieldset>
      )}
    </>
  )
}
