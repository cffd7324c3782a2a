import { ArrowDown } from 'lucide-react'
import { type StoreApi, useStore } from 'zustand'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'

/** Goes back to the newest call, where the list follows what comes. */
export function ToEndButton({ atEnd, onClick }: { readonly atEnd: StoreApi<boolean>; readonly onClick: () => void }) {
  const words = useWords(listWords)
  if (useStore(atEnd)) return null
  return (
    <button type="button" className="list-to-end" aria-label={words.toEnd} title={words.toEnd} onClick={onClick}>
      <ArrowDown size={14} aria-hidden="true" />
    </button>
  )
}
