import { Diamond, X } from 'lucide-react'
import { useContext } from 'react'
import { InspectorContext, useInspector } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'
import { mocksOf, stepMocks, useMocks } from '../rules/mocks-state.ts'
import { ReloadButton } from '../rules/reload-button.tsx'
import styles from './mocked-line.css?inline'

addStyles(styles)

/** What the next call will get, once one was mocked, and the way back. */
export function MockedLine() {
  return useContext(InspectorContext) ? <LineInPanel /> : null
}

function LineInPanel() {
  const words = useWords(mockWords)
  const { source, store, announce } = useInspector()
  const mocked = useMocks((state) => state.mocked)
  if (!mocked) return null
  const dismiss = () => mocksOf(store).setState({ mocked: undefined })
  return (
    <div className="mocked-line">
      <Diamond size={11} fill="currentColor" className="mocked-sign" aria-hidden="true" />
      <span className="mocked-text">{words.next(mocked.call, mocked.answer)}</span>
      <button
        type="button"
        className="part-link mocked-link"
        onClick={async () => {
          if (await stepMocks({ source, store }, 'undo')) announce(words.undone)
        }}
      >
        {words.undo}
      </button>
      <button
        type="button"
        className="part-link mocked-link"
        onClick={() => {
          mocksOf(store).setState({ opened: mocked.ruleId })
          store.actions.show({ view: 'mocks' })
        }}
      >
        {words.openInMocks}
      </button>
      <span className="mocked-rest" />
      <ReloadButton />
      <button type="button" className="part-icon-button" aria-label={words.dismiss} title={words.dismiss} onClick={dismiss}>
        <X size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
