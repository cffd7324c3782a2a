import type { Disposables } from '../contract/disposables.ts'

/** What is read of a browser's report that the policy of the page was broken. */
export type PolicyViolation = Pick<SecurityPolicyViolationEvent, 'blockedURI' | 'effectiveDirective'>

const MAX_KEPT = 100
const blocked: string[] = []
let watchers = 0

/** Records from now on what the policy of the page forbids. One listener for the page, for as long as somebody watches. */
export function watchViolations(disposables: Disposables): void {
  watchers += 1
  // Node has no such event; then nothing is ever heard.
  if (watchers === 1) globalThis.addEventListener?.('securitypolicyviolation', onViolation)
  disposables.add(() => {
    watchers -= 1
    if (watchers === 0) globalThis.removeEventListener?.('securitypolicyviolation', onViolation)
  })
}

/** What a worker may not do is reported to nobody but the worker, which passes it on. */
export function recordViolation({ blockedURI, effectiveDirective }: PolicyViolation): void {
  if (effectiveDirective !== 'connect-src') return
  blocked.push(blockedURI)
  if (blocked.length > MAX_KEPT) blocked.shift()
}

export function wasBlocked(url: string): boolean {
  const { origin, pathname } = new URL(url)
  // A report may hold no more than the origin.
  return blocked.some((one) => one.startsWith(`${origin}${pathname}`) || one.replace(/\/$/, '') === origin)
}

function onViolation(event: Event): void {
  recordViolation(event as SecurityPolicyViolationEvent)
}
