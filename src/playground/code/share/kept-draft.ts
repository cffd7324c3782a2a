/** What a person wrote, and the example it began with. */
export interface Draft {
  readonly example: string
  readonly code: string
}

const KEY = 'wx-request-inspector/page/playground'

/** The draft of the last visit. `storage` is a function because the mere sight of `localStorage` may throw. */
export function readDraft(storage: () => Pick<Storage, 'getItem'>): Draft | undefined {
  try {
    const read: unknown = JSON.parse(storage().getItem(KEY) ?? 'null')
    if (typeof read !== 'object' || read === null) return undefined
    const { code, example } = read as Partial<Draft>
    return typeof code === 'string' && typeof example === 'string' ? { code, example } : undefined
  } catch {
    return undefined
  }
}

/** Where storage is blocked or full, the draft lasts as long as the page. */
export function saveDraft(draft: Draft, storage: () => Pick<Storage, 'setItem'>): void {
  try {
    storage().setItem(KEY, JSON.stringify(draft))
  } catch {
    // See above.
  }
}
