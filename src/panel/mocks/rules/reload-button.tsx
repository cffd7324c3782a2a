import { RotateCw } from 'lucide-react'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'

/** A changed rule is seen only once the app calls again. */
export function ReloadButton() {
  const words = useWords(mockWords)
  return (
    <button type="button" className="part-button" onClick={() => location.reload()}>
      <RotateCw size={13} aria-hidden="true" />
      {words.reload}
    </button>
  )
}
