import type { DomainFix } from '../../contract/event/domain-check.ts'
import type { Settings } from '../../contract/settings.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'

/** The change of settings that lets calls like the refused one pass. */
export function patchFor(fix: DomainFix, settings: Settings): SettingsPatch {
  if (fix.kind === 'switch-off') return { urlCheck: false }
  const others = settings.domains[fix.list].filter((entry) => entry.origin !== fix.origin)
  const place = settings.domains[fix.list].findIndex((entry) => entry.origin === fix.origin)
  const entry = { origin: fix.origin, enabled: true }
  const entries = place < 0 ? [...others, entry] : others.toSpliced(place, 0, entry)
  return { domains: { [fix.list]: entries } }
}

/** The change that takes it back, and nothing that came in between. */
export function patchAgainst(fix: DomainFix, settings: Settings): SettingsPatch {
  if (fix.kind === 'switch-off') return { urlCheck: true }
  const entries = settings.domains[fix.list]
  const without = entries.filter((entry) => entry.origin !== fix.origin)
  const disabled = entries.map((entry) => (entry.origin === fix.origin ? { ...entry, enabled: false } : entry))
  return { domains: { [fix.list]: fix.kind === 'add' ? without : disabled } }
}

/** Whether the settings are by now as the fix would make them. */
export function isFixed(fix: DomainFix, settings: Settings): boolean {
  if (!settings.urlCheck) return true
  return fix.kind !== 'switch-off' && settings.domains[fix.list].some((entry) => entry.origin === fix.origin && entry.enabled)
}
