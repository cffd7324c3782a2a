import { FileClock, X } from 'lucide-react'
import { useContext, useId, useState } from 'react'
import { formatCount } from '../parts/format.ts'
import { Segments } from '../parts/segments.tsx'
import { addStyles } from '../styles/style-sheets.ts'
import { exchangeWords } from '../words/exchange-words.ts'
import { useWords } from '../words/words.ts'
import styles from './exchange.css?inline'
import { type Sessions, SessionsContext } from './sessions-context.ts'

addStyles(styles)

/** Problems that are listed; the rest is counted. */
const MOST_LISTED = 200

/** Which session is shown, once there is one from a file. */
export function SessionBar() {
  const sessions = useContext(SessionsContext)
  if (!sessions) return null
  const { opened, reading, failed } = sessions
  return (
    <>
      {reading && <ReadingLine reading={reading} />}
      {failed && <FailedLine failed={failed} onDismiss={sessions.close} />}
      {opened && <OpenedLine sessions={sessions} opened={opened} />}
    </>
  )
}

function ReadingLine({ reading }: { readonly reading: NonNullable<Sessions['reading']> }) {
  const words = useWords(exchangeWords)
  return (
    <div className="session-bar" role="status">
      <span className="session-name">{words.reading(reading.name)}</span>
      <progress className="session-progress" max={1} value={reading.share} aria-label={words.reading(reading.name)} />
      <button type="button" className="part-button" onClick={reading.cancel}>
        {words.cancel}
      </button>
    </div>
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

function OpenedLine({ sessions, opened }: { readonly sessions: Sessions; readonly opened: NonNullable<Sessions['opened']> }) {
  const words = useWords(exchangeWords)
  const list = useId()
  const [listed, setListed] = useState(false)
  const { skipped } = opened
  return (
    <section className="session-bar" aria-label={words.session}>
      <FileClock size={14} aria-hidden="true" />
      <Segments
        label={words.whichSession}
        items={[
          { id: 'live', label: words.live },
          { id: 'file', label: opened.name },
        ]}
        selected={sessions.showsFile ? 'file' : 'live'}
        onSelect={sessions.show}
      />
      {sessions.showsFile && <span className="session-note">{words.fromFile(formatCount(opened.tasks))}</span>}
      {sessions.showsFile && skipped.length > 0 && (
        <button type="button" className="part-link" aria-expanded={listed} aria-controls={list} onClick={() => setListed(!listed)}>
          {words.skipped(formatCount(skipped.length))}
        </button>
      )}
      <span className="session-rest" />
      <button type="button" className="part-button" onClick={sessions.close}>
        {words.closeFile}
      </button>
      {listed && sessions.showsFile && (
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
