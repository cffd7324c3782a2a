import { FileClock, X } from 'lucide-react'
import { useId, useState } from 'react'
import { formatCount } from '../parts/format.ts'
import { ReadingLine } from '../parts/reading/reading-line.tsx'
import { addStyles } from '../styles/style-sheets.ts'
import { exchangeWords } from '../words/exchange-words.ts'
import { useWords } from '../words/words.ts'
import styles from './exchange.css?inline'
import type { Sessions } from './sessions-context.ts'

addStyles(styles)

/** Problems that are listed; the rest is counted. */
const MOST_LISTED = 200

/** Which session is shown, a file that is being read, and why one could not be. */
export function SessionBar({ sessions }: { readonly sessions: Sessions }) {
  const { opened, reading, failed, dismiss } = sessions
  const words = useWords(exchangeWords)
  return (
    <>
      {reading && (
        <div className="session-bar">
          <ReadingLine label={words.reading(reading.name)} share={reading.share} cancelLabel={words.cancel} onCancel={reading.cancel} />
        </div>
      )}
      {failed && <FailedLine failed={failed} onDismiss={dismiss} />}
      {opened.length > 0 && <OpenedLine sessions={sessions} />}
    </>
  )
}

function FailedLine({ failed, onDismiss }: { readonly failed: NonNullable<Sessions['failed']>; readonly onDismiss: () => void }) {
  const words = useWords(exchangeWords)
  return (
    <div className="session-bar" role="alert">
      <span className="session-name">
        {words.notOpened(failed.name)} <code>{failed.reason}</code>
      </span>
      <button type="button" className="part-icon-button" aria-label={words.dismiss} title={words.dismiss} onClick={onDismiss}>
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  )
}

function OpenedLine({ sessions }: { readonly sessions: Sessions }) {
  const words = useWords(exchangeWords)
  const list = useId()
  const [listed, setListed] = useState(false)
  const { opened, shown, show, close } = sessions
  const skipped = shown?.skipped ?? []
  return (
    <section className="session-bar" aria-label={words.session}>
      <FileClock size={14} aria-hidden="true" />
      {/* biome-ignore lint/a11y/useSemanticElements: as in Segments, which has no room for what closes one */}
      <div className="part-segments" role="group" aria-label={words.whichSession}>
        <button type="button" className="part-segment" aria-pressed={!shown} onClick={() => show()}>
          <span className="part-segment-label">{words.live}</span>
        </button>
        {opened.map((session) => (
          <span key={session.name} className="session-tab">
            <button
              type="button"
              className="part-segment"
              aria-pressed={session === shown}
              title={session.name}
              onClick={() => show(session)}
            >
              <span className="part-segment-label">{session.name}</span>
            </button>
            <button
              type="button"
              className="part-icon-button"
              aria-label={words.closeFile(session.name)}
              title={words.closeFile(session.name)}
              onClick={() => close(session)}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </span>
        ))}
      </div>
      {shown && <span className="session-note">{words.fromFile(formatCount(shown.tasks))}</span>}
      {skipped.length > 0 && (
        <button type="button" className="part-link" aria-expanded={listed} aria-controls={list} onClick={() => setListed(!listed)}>
          {words.skipped(formatCount(skipped.length))}
        </button>
      )}
      {listed && skipped.length > 0 && (
        <ul id={list} className="session-skipped">
          {skipped.slice(0, MOST_LISTED).map(({ path, message }) => (
            <li key={path}>
              <code>{path}</code> {message}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
