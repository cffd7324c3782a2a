import type { DomainCheck, DomainFix } from '../../../contract/event/domain-check.ts'
import type { Settings } from '../../../contract/settings.ts'
import { isFixed, patchAgainst, patchFor } from '../../domains/domain-fix.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { useSourceState } from '../../store/use-source-state.ts'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'
import { rowButton } from './row-button.ts'

/** Lets calls like this refused one pass from now on; then says that they do. */
export function AllowButton({ check, atCursor }: { readonly check: DomainCheck; readonly atCursor: boolean }) {
  const words = useWords(listWords)
  const { source, announce } = useInspector()
  const settings = useSourceState(source)?.settings
  const { fix } = check
  if (!fix || !settings || !source.send) return <span className="list-dim">{words.nobody}</span>
  if (fix.kind === 'switch-off' && !settings.urlCheck) {
    return (
      <button
        {...rowButton(atCursor)}
        type="button"
        className="row-button"
        data-wide="true"
        aria-label={words.turnOnHint}
        title={words.turnOnHint}
        onClick={(event) => {
          event.stopPropagation()
          source.send?.({ type: 'configure', patch: patchAgainst(fix, settings) })
          announce(words.didTurnOn)
        }}
      >
        {words.turnOn}
      </button>
    )
  }
  if (isFixed(fix, settings)) {
    return (
      <span className="list-allowed" title={words.allowedHint}>
        <span aria-hidden="true">✓ </span>
        {words.allowed}
      </span>
    )
  }
  const what = labelOf(fix, words.allowRow)
  const allow = (current: Settings) => {
    source.send?.({ type: 'configure', patch: patchFor(fix, current) })
    announce(fix.kind === 'switch-off' ? words.didTurnOff : words.didAllow(check.origin))
  }
  return (
    <button
      {...rowButton(atCursor)}
      type="button"
      className="row-button"
      data-wide={fix.kind === 'switch-off' ? 'quiet' : 'true'}
      aria-label={what}
      title={what}
      onClick={(event) => {
        event.stopPropagation()
        allow(settings)
      }}
    >
      {fix.kind === 'switch-off' ? words.turnOff : words.allow}
    </button>
  )
}

function labelOf(
  fix: DomainFix,
  words: { add: (origin: string) => string; enable: (origin: string) => string; 'switch-off': string },
): string {
  return fix.kind === 'switch-off' ? words['switch-off'] : words[fix.kind](fix.origin)
}
