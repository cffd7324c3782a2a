import { ArrowDown } from 'lucide-react'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'

/** Goes back to the newest call, where the list follows what comes. */
export function ToEndButton({ onClick }: { readonly onClick: () => void }) {
  const words = useWords(listWords)
  return (
    <button type="button" className="list-to-end" aria-label={words.toEnd} title={words.toEnd} onClick={onClick}>
      <ArrowDown size={14} aria-hidden="true" />
    </button>
  )
}
