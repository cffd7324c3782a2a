import type { NetworkHint } from '../contract/event/task-error.ts'
import { wasBlocked } from './policy-violations.ts'

/** ms. A report of a content security policy violation may arrive this much later than the failure. */
const REPORT_DELAY = 10

/** Finds the likely cause of a failed `fetch` or WebSocket; a page only gets "Failed to fetch". */
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
