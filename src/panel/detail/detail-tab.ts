/** The tabs of the details, in the order in which they stand. */
export const DETAIL_TABS = ['overview', 'headers', 'payload', 'response', 'cookies', 'timing', 'events', 'domain'] as const

export type DetailTab = (typeof DETAIL_TABS)[number]
