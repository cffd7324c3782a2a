/** What is read of a browser's report that the policy of the page was broken. */
export type PolicyViolation = Pick<SecurityPolicyViolationEvent, 'blockedURI' | 'effectiveDirective'>

const MOST_KEPT = 100
const blocked: string[] = []
let watching = false

/** From now on it is noted where the page may not go: one ear for the page, however often an inspector is made. */
export function watchViolations(): void {
  // Node has no such event; then nothing is ever heard.
  if (!watching) globalThis.addEventListener?.('securitypolicyviolation', (event) => noteViolation(event as SecurityPolicyViolationEvent))
  watching = true
}

/** What a worker may not do is reported to nobody but the worker, which passes it on. */
export function noteViolation({ blockedURI, effectiveDirective }: PolicyViolation): void {
  if (effectiveDirective !== 'connect-src') return
  blocked.push(blockedURI)
  if (blocked.length > MOST_KEPT) blocked.shift()
}

export function wasBlocked(url: string): boolean {
  const { origin, pathname } = new URL(url)
  // A report may hold no more than the origin.
  return blocked.some((one) => one.startsWith(`${origin}${pathname}`) || one.replace(/\/$/, '') === origin)
}
