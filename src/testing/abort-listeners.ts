import { getEventListeners } from 'node:events'

/** How many still wait for this signal to abort. */
export function abortListeners(signal: AbortSignal): number {
  return getEventListeners(signal, 'abort').length
}
