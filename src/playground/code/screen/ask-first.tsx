import type { Ref } from 'react'
import { useWords } from '../../../entry/words.ts'
import { codeWords } from '../../words/code-words.ts'

export interface AskFirstProps {
  /** The button that runs the code. */
  readonly ref: Ref<HTMLButtonElement>
  /** Whether calls that no rule answers go to the network. */
  readonly reachesNetwork: boolean
  onRun(): void
  onDiscard(): void
}

/** Stands above code that came with a link, which never runs by itself. */
export function AskFirst({ onDiscard, onRun, reachesNetwork, ref }: AskFirstProps) {
  const words = useWords(codeWords)
  return (
    <section className="ask-first" aria-label={words.askTitle}>
      <div>
        <h2>{words.askTitle}</h2>
        <p>{words.askNote}</p>
        {reachesNetwork && <p className="ask-warning">{words.unmatched}</p>}
      </div>
      <div className="ask-acts">
        <button ref={ref} type="button" className="code-button is-main" onClick={onRun}>
          {words.askRun}
        </button>
        <button type="button" className="code-button" onClick={onDiscard}>
          {words.askDiscard}
        </button>
      </div>
    </section>
  )
}
