import { Check } from 'lucide-react'
import type { PanelSource } from '../../contract/panel-source.ts'
import { useSourceState } from '../store/use-source-state.ts'
import { failureWords } from '../words/failure-words.ts'
import { useWords } from '../words/words.ts'

/** Where the simulated network stopped a call, offline or by its loss: one click, and the next call passes. */
export function GoOnlineButton({ source }: { readonly source: PanelSource }) {
  const words = useWords(failureWords)
  const settings = useSourceState(source)?.settings
  if (!settings || !source.send) return null
  if (settings.conditions.online && settings.conditions.loss === 0) {
    return (
      <span className="detail-fixed" role="status">
        <Check size={14} aria-hidden="true" />
        {words.online}
      </span>
    )
  }
  return (
    <button
      type="button"
      className="part-button"
      data-kind="main"
      onClick={() => source.send?.({ type: 'configure', patch: { conditions: { preset: 'wifi' } } })}
    >
      {words.goOnline}
    </button>
  )
}
