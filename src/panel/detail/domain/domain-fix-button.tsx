import { Check } from 'lucide-react'
import { useState } from 'react'
import type { DomainFix } from '../../../contract/event/domain-check.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import { isFixed, patchAgainst, patchFor } from '../../domains/domain-fix.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { failureWords } from '../../words/failure-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './domain.css?inline'

addStyles(styles)

interface DomainFixButtonProps {
  readonly source: PanelSource
  readonly fix: DomainFix
}

/** The one click after which a refused call would pass; afterwards it says so, and takes it back on request. */
export function DomainFixButton({ source, fix }: DomainFixButtonProps) {
  const words = useWords(failureWords)
  const settings = useSourceState(source)?.settings
  const [byUs, setByUs] = useState(false)
  if (!settings || !source.send) return null

  const change = (apply: boolean) => {
    source.send?.({ type: 'configure', patch: (apply ? patchFor : patchAgainst)(fix, settings) })
    setByUs(apply)
  }
  if (!isFixed(fix, settings)) {
    return (
      <button type="button" className="part-button" data-kind="main" onClick={() => change(true)}>
        {fix.kind === 'switch-off' ? words.fix['switch-off'] : words.fix[fix.kind](fix.origin)}
      </button>
    )
  }
  const kind = settings.urlCheck ? fix.kind : 'switch-off'
  return (
    <span className="detail-fixed" role="status">
      <Check size={14} aria-hidden="true" />
      {kind === 'switch-off' || fix.kind === 'switch-off' ? words.fixed['switch-off'] : words.fixed[kind](fix.origin)}
      {byUs && (
        <button type="button" className="part-link" onClick={() => change(false)}>
          {words.undo}
        </button>
      )}
    </span>
  )
}
