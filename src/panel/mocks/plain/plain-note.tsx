import type { Missing } from '../../parts/lazy-component.tsx'
import { addStyles } from '../../styles/style-sheets.ts'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './plain.css?inline'

addStyles(styles)

/** That there is no editor, and why. */
export function PlainNote({ fault, onRetry, children }: Missing & { readonly children: string }) {
  const words = useWords(partWords)
  return (
    <p className="plain-note" role="status">
      <span>{children}</span>
      <button type="button" className="part-button" onClick={onRetry}>
        {words.tryAgain}
      </button>
      <code>{fault instanceof Error ? fault.message : String(fault)}</code>
    </p>
  )
}
