import type { DomainEntry, DomainList } from './event/domain-check.ts'
import type { NetworkConditions } from './mock/network-conditions.ts'
import type { Settings } from './settings.ts'

/** A change of settings: only what is named changes. Lists are replaced as a whole; a domain may be a plain string. */
export type SettingsPatch = Partial<Omit<Settings, 'domains' | 'conditions' | 'hold' | 'capture' | 'networkTimeout'>> & {
  readonly domains?: Partial<Record<DomainList, readonly (string | DomainEntry)[]>>
  readonly conditions?: Partial<NetworkConditions>
  readonly hold?: Partial<Settings['hold']>
  readonly capture?: Partial<Settings['capture']>
  readonly networkTimeout?: Settings['networkTimeout']
  /** The project's own configuration files, parsed; the private one takes precedence (DOM-10). */
  readonly projectConfig?: unknown
  readonly projectPrivateConfig?: unknown
  readonly appJson?: unknown
}
