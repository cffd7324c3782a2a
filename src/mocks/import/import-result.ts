import { InspectorError, type Issue } from '../../contract/inspector-error.ts'
import type { Condition, MockAnswer, MockRule } from '../../contract/mock/mock-rule.ts'
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
  readonly all?: readonly Condition[]
  /** Default: `pick`, the first of them. */
  readonly mode?: 'pick' | 'sequence'
  readonly answers: readonly (MockAnswer & { readonly name: string })[]
}

/** What is in a file, before any of it was checked. */
export interface FileContent {
  /** Rules and scenarios that were saved here. */
  readonly rules: readonly unknown[]
  readonly scenarios: readonly unknown[]
  /** Rules of another format. */
  readonly drafts: readonly Draft[]
  readonly skipped: readonly Issue[]
}

/** How a file is read. */
export interface ImportOptions {
  /** Ends the work, which then rejects with the reason. */
  readonly signal?: AbortSignal
  /** Told now and then how much of a file was read, from 0 to 1. */
  readonly onProgress?: (share: number) => void
}

export function refused(message: string): InspectorError {
  return badFile([{ path: 'file', message }])
}

export function unreadable(cause: unknown): InspectorError {
  return refused(`cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`)
}

export function badFile(issues: readonly Issue[]): InspectorError {
  return new InspectorError('bad-rules', 'The file could not be imported; nothing was changed.', { issues })
}
