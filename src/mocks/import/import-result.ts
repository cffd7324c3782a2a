import type { Issue } from '../../contract/inspector-error.ts'
import type { MockAnswer, MockRule } from '../../contract/mock/mock-rule.ts'
import type { Scenario } from '../../contract/mock/scenario.ts'

/** What a file gave. Every rule is sound and switched off. */
export interface ImportResult {
  readonly rules: readonly MockRule[]
  readonly scenarios: readonly Scenario[]
  /** What could not be taken: where it stands in the file, and why. */
  readonly skipped: readonly Issue[]
}

/** A rule of another format, on its way to one of ours. */
export interface Draft {
  /** Where it stands in its file. */
  readonly path: string
  readonly name: string
  readonly group?: string
  readonly method?: string
  readonly url: string
  readonly answers: readonly (MockAnswer & { readonly name: string })[]
}
