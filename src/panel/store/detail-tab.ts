/** The tabs of the details, in the order in which they stand. */
export const DETAIL_TABS = ['overview', 'headers', 'payload', 'response', 'cookies', 'timing', 'events', 'domain'] as const

/** Those of a socket, which has messages where a call has a body each way. */
export const SOCKET_TABS = ['overview', 'headers', 'messages', 'timing', 'events', 'domain'] as const

export type DetailTab = (typeof DETAIL_TABS)[number] | (typeof SOCKET_TABS)[number]

/** The tab to show for a task when `wanted` was open for another: the same, or what comes nearest to it. */
export function nearestTab(wanted: DetailTab, tabs: readonly DetailTab[]): DetailTab {
  if (tabs.includes(wanted)) return wanted
  return tabs.includes('messages') ? 'messages' : 'response'
}
