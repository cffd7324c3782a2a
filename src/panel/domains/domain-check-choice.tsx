import type { PanelSource } from '../../contract/panel-source.ts'
import type { Settings } from '../../contract/settings.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import { Segments } from '../parts/segments.tsx'
import { domainCheckWords } from '../words/domain-check-words.ts'
import { useWords } from '../words/words.ts'

/** What becomes of a call whose domain is not listed: nobody looks, it is reported, or it is refused. */
export type DomainCheckPosition = 'off' | Settings['domainCheck']

const POSITIONS: readonly DomainCheckPosition[] = ['off', 'report', 'enforce']

export function positionOf({ domainCheck, urlCheck }: Settings): DomainCheckPosition {
  return urlCheck ? domainCheck : 'off'
}

/** `report` and `enforce` are read while the check is on; off leaves them as they are. */
function patchTo(position: DomainCheckPosition): SettingsPatch {
  return position === 'off' ? { urlCheck: false } : { urlCheck: true, domainCheck: position }
}

/** The one control of the domain check. */
export function DomainCheckChoice({ settings, send }: { readonly settings: Settings; readonly send: PanelSource['send'] }) {
  const { position } = useWords(domainCheckWords)
  const selected = positionOf(settings)
  if (!send) return <span>{position.name[selected]}</span>
  return (
    <Segments
      label={position.label}
      items={POSITIONS.map((id) => ({ id, label: position.name[id] }))}
      selected={selected}
      onSelect={(id) => send({ type: 'configure', patch: patchTo(id) })}
    />
  )
}
