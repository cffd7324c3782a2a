import { useEffect, useRef, useState } from 'react'
import { toHarText } from '../../exchange/har/to-har.ts'
import type { Redacted } from '../../exchange/redact/redactor.ts'
import { Dialog } from '../parts/dialog/dialog.tsx'
import { formatCount } from '../parts/format.ts'
import { saveFile } from '../parts/save-file.ts'
import { useInspector } from '../store/inspector-context.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { exchangeWords } from '../words/exchange-words.ts'
import { useWords } from '../words/words.ts'
import styles from './exchange.css?inline'

addStyles(styles)

/** Replaced values that are listed; the rest is counted above. */
const MOST_LISTED = 500

interface Made {
  readonly parts: readonly string[]
  readonly replaced: readonly Redacted[]
}

/** What will be written into a HAR file, and what of it will be replaced, before it is saved. */
export function HarDialog() {
  const words = useWords(exchangeWords)
  const { source, store } = useInspector()
  const dialog = useRef<HTMLDialogElement>(null)
  const [redact, setRedact] = useState(true)
  const [made, setMade] = useState<Made>()
  const [done, setDone] = useState(0)
  const [taskIds] = useState(() => store.getState().rows.ids)
  useEffect(() => {
    const aborter = new AbortController()
    setMade(undefined)
    setDone(0)
    const make = async () => {
      const calls = taskIds.map((taskId) => () => source.events(taskId))
      const next = await toHarText(calls, {
        startedAt: source.startedAt,
        redact,
        marks: store.getState().taskMarks,
        signal: aborter.signal,
        // Whole per cents, so that not every slice is drawn.
        onProgress: (share) => setDone(Math.floor(share * 100)),
      })
      setMade(next)
    }
    make().catch((thrown: unknown) => {
      if (!aborter.signal.aborted) throw thrown
    })
    return () => aborter.abort()
  }, [source, store, taskIds, redact])
  const secrets = new Set(made?.replaced.map(({ mark }) => mark)).size
  const save = () => {
    if (!made) return
    saveFile(made.parts, fileName(source.startedAt + source.now()), 'application/json')
    dialog.current?.close()
    store.actions.setSnackbar({ text: words.exported(formatCount(taskIds.length)) })
  }
  return (
    <Dialog dialog={dialog} className="har-dialog" title={words.exportTitle} onClose={() => store.actions.setDialog(undefined)}>
      <p>{words.exportNote(formatCount(taskIds.length))}</p>
      <label className="exchange-check">
        <input type="checkbox" checked={redact} onChange={({ target }) => setRedact(target.checked)} />
        {words.redact}
      </label>
      <p role="status">
        {made === undefined
          ? words.preparing
          : redact
            ? secrets === 0
              ? words.nothingReplaced
              : words.willReplace(formatCount(secrets))
            : words.inClear}
      </p>
      {!made && done > 0 && <progress className="export-progress" max={100} value={done} aria-label={words.preparing} />}
      {redact && made && made.replaced.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keys
        <section className="exchange-replaced" aria-label={words.replacedList} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.where}</th>
                <th scope="col">{words.mark}</th>
              </tr>
            </thead>
            <tbody>
              {made.replaced.slice(0, MOST_LISTED).map(({ name, place, mark }) => (
                <tr key={`${place} ${name} ${mark}`}>
                  <td>{name}</td>
                  <td>{words.place[place]}</td>
                  <td>
                    <code>{mark}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <footer className="dialog-acts">
        <button type="button" className="part-button" onClick={() => dialog.current?.close()}>
          {words.cancel}
        </button>
        <button type="button" className="part-button" data-kind="main" disabled={!made} onClick={save}>
          {words.save}
        </button>
      </footer>
    </Dialog>
  )
}

function fileName(at: number): string {
  return `wx-requests-${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}.har`
}
