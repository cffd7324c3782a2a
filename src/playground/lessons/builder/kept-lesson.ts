/** What stands on the page on which a lesson is made. */
export interface KeptLesson {
  /** The lesson as JSON, or whatever is there of it; empty for none. */
  readonly text: string
  /** Whether its code may run: it was made here, or somebody has read it. */
  readonly isAllowed: boolean
}

const KEY = 'wx-request-inspector/page/lesson-builder'
const NONE: KeptLesson = { text: '', isAllowed: true }

/** What stood there when the page was left, or loaded anew, in this tab. `storage` is a function because the mere sight of it may throw. */
export function readKeptLesson(storage: () => Pick<Storage, 'getItem'>): KeptLesson {
  try {
    const read: unknown = JSON.parse(storage().getItem(KEY) ?? 'null')
    if (typeof read !== 'object' || read === null) return NONE
    const { text, isAllowed } = read as Partial<KeptLesson>
    return typeof text === 'string' ? { text, isAllowed: isAllowed === true } : NONE
  } catch {
    return NONE
  }
}

/** Where storage is blocked or full, it lasts until the page is left. */
export function keepLesson(kept: KeptLesson, storage: () => Pick<Storage, 'setItem'>): void {
  try {
    storage().setItem(KEY, JSON.stringify(kept))
  } catch {
    // See above.
  }
}
