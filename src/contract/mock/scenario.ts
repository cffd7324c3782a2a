import type { MockRule } from './mock-rule.ts'
import type { NetworkConditions } from './network-conditions.ts'

/** A name for a state of the app: which answer each rule gives, and the network. Plain JSON. */
export interface Scenario {
  /** Unique among all scenarios. */
  readonly id: string
  /** The name in the panel. */
  readonly name: string
  /** By the id of a rule: the name of the answer that it picks, or `off`. Rules that are not named stay as they are. */
  readonly picks: Readonly<Record<string, string>>
  /** Over `settings.conditions`. Default: none. */
  readonly conditions?: Partial<NetworkConditions>
}

/** Rules and scenarios as they are stored and shared. Plain JSON. */
export interface RuleFile {
  /** The version of the format: 1. */
  readonly version: number
  readonly rules: readonly MockRule[]
  readonly scenarios: readonly Scenario[]
}
