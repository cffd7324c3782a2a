import type { NetworkHint } from '../contract/event/task-error.ts'
import { wasBlocked } from './policy-violations.ts'

/** How long a page's report of a broken content security policy may come after the failure, ms. */
const REPORT_DELAY = 10

/** Guesses why `fetch` or a WebSocket failed: a page is told nothing but "Failed to fetch". */
export async function explainFailure(url: string, sleep: (duration: number) => Promise<void>): Promise<NetworkHint> {
  if (globalThis.navigator?.onLine === false) return 'page-offline'
  if (isMixedContent(url)) return 'mixed-content'
  if ('document' in globalThis) await sleep(REPORT_DELAY)
  return wasBlocked(url) ? 'csp' : 'cors-or-network'
}

function isMixedContent(url: string): boolean {
  if (globalThis.location?.protocol !== 'https:') return false
  const { protocol, hostname } = new URL(url)
  return (protocol === 'http:' || protocol === 'ws:') && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}
