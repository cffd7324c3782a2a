import { TONE_SIGNS } from '../../parts/tone.ts'
import type { briefOf } from './rule-changes.ts'

/** The shape of a tone, so that nothing hangs on colour. */
export function ToneSign({ tone }: { readonly tone: ReturnType<typeof briefOf>['tone'] }) {
  return (
    <span className="rule-tone" data-tone={tone} aria-hidden="true">
      {TONE_SIGNS[tone]}
    </span>
  )
}
