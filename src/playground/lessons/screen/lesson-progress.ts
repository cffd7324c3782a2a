import * as v from 'valibot'

const KEY = 'wx-request-inspector/page/lessons'

const ProgressSchema = v.record(
  v.string(),
  v.object({ step: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)), done: v.boolean() }),
)

/** How far a person came in each lesson, by its id: the furthest step, and whether the goal was reached. */
export type Progress = Readonly<Record<string, { readonly step: number; readonly done: boolean }>>

/** Keeps progress beyond the page; where storage is blocked or full, until the page is closed. */
export function readProgress(storage: () => Pick<Storage, 'getItem'>): Progress {
  try {
    const read = v.safeParse(ProgressSchema, JSON.parse(storage().getItem(KEY) ?? '{}'))
    return read.success ? read.output : {}
  } catch {
    return {}
  }
}

export function saveProgress(progress: Progress, storage: () => Pick<Storage, 'setItem'>): void {
  try {
    storage().setItem(KEY, JSON.stringify(progress))
  } catch {
    // It holds until the page is closed.
  }
}

/** With a step that was reached. What was reached before is not lost. */
export function advance(progress: Progress, id: string, step: number, done: boolean): Progress {
  const before = progress[id] ?? { step: 1, done: false }
  return { ...progress, [id]: { step: Math.max(before.step, step), done: before.done || done } }
}
