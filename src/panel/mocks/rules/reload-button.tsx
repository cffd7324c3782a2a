import { RotateCw } from 'lucide-react'
import { useInspector } from '../../store/inspector-context.ts'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'

/** A changed rule is seen only once the app calls again. */
export function ReloadButton() {
  const { onReload } = useInspector().place
  const words = useWords(mockWords)
  return (
    <button type="button" className="part-button" onClick={() => (onReload ? onReload() : location.reload())}>
      <RotateCw size={13} aria-hidden="true" />
      {onReload ? words.reloadPreview : words.reload}
    </button>
  )
}
