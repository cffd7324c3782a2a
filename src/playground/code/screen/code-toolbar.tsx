import { Play, RotateCcw, Square } from 'lucide-react'
import { useContext } from 'react'
import { LanguageContext, useWords } from '../../../entry/words.ts'
import { codeWords } from '../../words/code-words.ts'
import { EXAMPLES } from '../examples/examples.ts'
import { ShareBox } from './share-box.tsx'

export interface CodeToolbarProps {
  readonly code: string
  /** The id of the example, or how the code came here. */
  readonly example: string
  readonly running: boolean
  /** The number of the run that the code has changed since. */
  readonly changedSince?: number | undefined
  onRun(): void
  onStop(): void
  onReset(): void
  onExample(id: string): void
}

export function CodeToolbar({ changedSince, code, example, onExample, onReset, onRun, onStop, running }: CodeToolbarProps) {
  const words = useWords(codeWords)
  const language = useContext(LanguageContext)
  const known = EXAMPLES.some(({ id }) => id === example)
  return (
    <div className="code-toolbar">
      {running ? (
        <button type="button" className="code-button is-main" onClick={onStop}>
          <Square size={13} aria-hidden="true" />
          <span>{words.stop}</span>
        </button>
      ) : (
        <button type="button" className="code-button is-main" aria-keyshortcuts="Control+Enter" onClick={onRun}>
          <Play size={13} aria-hidden="true" />
          <span>{words.run}</span>
          <kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
      )}
      <label className="code-example">
        <span>{words.example}</span>
        <select
          aria-label={words.example}
          value={known ? example : 'shared'}
          onChange={({ currentTarget }) => onExample(currentTarget.value)}
        >
          {!known && (
            <option value="shared" disabled>
              {words.sharedCode}
            </option>
          )}
          {EXAMPLES.map(({ id, title }) => (
            <option key={id} value={id}>
              {title[language]}
            </option>
          ))}
        </select>
      </label>
      <span className="code-changed">{changedSince !== undefined && words.changed(changedSince)}</span>
      <button type="button" className="icon-button" aria-label={words.reset} title={words.resetHint} disabled={!known} onClick={onReset}>
        <RotateCcw size={14} aria-hidden="true" />
      </button>
      <ShareBox code={code} />
    </div>
  )
}
