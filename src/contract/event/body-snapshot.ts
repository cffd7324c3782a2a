/**
 * A body as data. `size` is always the real size in bytes, however much of it was kept.
 * `kept` is how many of those bytes the snapshot holds, given only when it is fewer than `size`.
 */
export type BodySnapshot =
  | { readonly kind: 'none'; readonly size: 0 }
  | { readonly kind: 'text'; readonly text: string; readonly size: number; readonly kept?: number }
  | { readonly kind: 'base64'; readonly base64: string; readonly size: number; readonly kept?: number }
  | { readonly kind: 'omitted'; readonly size: number; readonly why: BodyOmission }

/** Why a body is missing: released for newer ones, not visible to a page, or never read. */
export type BodyOmission = 'over-budget' | 'released' | 'opaque' | 'not-read'

/** No body, or an empty one. */
export const NO_BODY: BodySnapshot = { kind: 'none', size: 0 }
