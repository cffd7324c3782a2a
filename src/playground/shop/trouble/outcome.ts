import type { RequestSuccess } from '../../../contract/wx/wx.ts'

/** One line of what the app got, free of language; the page puts it into words. */
export type OutcomeRow =
  | { readonly kind: 'success'; readonly statusCode: number; readonly errMsg: string }
  | { readonly kind: 'fail'; readonly errMsg: string; readonly errno?: number }
  | { readonly kind: 'no-task' }
  | { readonly kind: 'text'; readonly type: string; readonly length: number }
  | { readonly kind: 'rows'; readonly count: number }
  | { readonly kind: 'redirected'; readonly name: { readonly zh: string; readonly en: string } }
  | { readonly kind: 'progress'; readonly done: number; readonly all: number }
  | { readonly kind: 'queued'; readonly count: number; readonly longest: number }
  | { readonly kind: 'opened'; readonly count: number }
  | { readonly kind: 'closed'; readonly code: number; readonly reason: string }
  | { readonly kind: 'attempt'; readonly count: number; readonly statusCode: number }

export interface Outcome {
  readonly ended: boolean
  readonly lines: readonly OutcomeRow[]
}

export function successLine({ statusCode, errMsg }: RequestSuccess): OutcomeRow {
  return { kind: 'success', statusCode, errMsg }
}

export function failLine({ errMsg, errno }: { readonly errMsg: string; readonly errno?: number }): OutcomeRow {
  return { kind: 'fail', errMsg, ...(errno === undefined ? {} : { errno }) }
}

/** How long each call stood in line, as its profile tells it. Platforms without a profile say nothing (PROF-6). */
export function queuedLine(results: readonly RequestSuccess[]): readonly OutcomeRow[] {
  const waits = results.map(({ profile }) => (profile?.queueEnd ?? 0) - (profile?.queueStart ?? 0)).filter((wait) => wait > 0)
  return waits.length === 0 ? [] : [{ kind: 'queued', count: waits.length, longest: Math.round(Math.max(...waits)) }]
}
