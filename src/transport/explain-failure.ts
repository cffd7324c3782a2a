import type { NetworkHint } from '../contract/task-error.ts'

/** How long a page's report of a broken content security policy may come after the failure, ms. */
const REPORT_DELAY = 10

/** What is read of a browser's report that the policy of a page was broken. */
export type PolicyViolation = Pick<SecurityPolicyViolationEvent, 'blockedURI' | 'effectiveDirective'>

/** Guesses why `fetch` or a WebSocket failed: a page is told nothing but "Failed to fetch". */
export class NetworkHints {
  readonly #blocked: string[] = []

  constructor() {
    // Node has no such event; then nothing is ever heard.
    globalThis.addEventListener?.('securitypolicyviolation', (event) => this.noteViolation(event as SecurityPolicyViolationEvent))
  }

  /** Of a call that went out from elsewhere: what a worker may not do is reported to nobody but the worker. */
  noteViolation({ blockedURI, effectiveDirective }: PolicyViolation): void {
    if (effectiveDirective !== 'connect-src') return
    this.#blocked.push(blockedURI)
    if (this.#blocked.length > 100) this.#blocked.shift()
  }

  async explain(url: string, sleep: (duration: number) => Promise<void>): Promise<NetworkHint> {
    if (globalThis.navigator?.onLine === false) return 'page-offline'
    if (isMixedContent(url)) return 'mixed-content'
    if ('document' in globalThis) await sleep(REPORT_DELAY)
    return this.#isBlocked(url) ? 'csp' : 'cors-or-network'
  }

  #isBlocked(url: string): boolean {
    const { origin, pathname } = new URL(url)
    // A report may hold no more than the origin.
    return this.#blocked.some((blocked) => blocked.startsWith(`${origin}${pathname}`) || blocked.replace(/\/$/, '') === origin)
  }
}

function isMixedContent(url: string): boolean {
  if (globalThis.location?.protocol !== 'https:') return false
  const { protocol, hostname } = new URL(url)
  return (protocol === 'http:' || protocol === 'ws:') && !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}
