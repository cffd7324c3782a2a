import type { Disposables } from '../contract/disposables.ts'

/** The fields of a `securitypolicyviolation` event that are used here. */
export type PolicyViolation = Pick<SecurityPolicyViolationEvent, 'blockedURI' | 'effectiveDirective'>

const MAX_KEPT = 100
const blocked: string[] = []
let watchers = 0

/** Starts recording violations of the page's content security policy. One listener per page, until the last watcher is disposed of. */
export function watchViolations(disposables: Disposables): void {
  watchers += 1
  // Node has no such event: nothing is recorded there.
  if (watchers === 1) globalThis.addEventListener?.('securitypolicyviolation', onViolation)
  disposables.add(() => {
    watchers -= 1
    if (watchers === 0) globalThis.removeEventListener?.('securitypolicyviolation', onViolation)
  })
}

/** Records a violation. A violation in a worker is reported to that worker only, which forwards it to this function. */
export function recordViolation({ blockedURI, effectiveDirective }: PolicyViolation): void {
  if (effectiveDirective !== 'connect-src') return
  blocked.push(blockedURI)
  if (blocked.length > MAX_KEPT) blocked.shift()
}

/** Whether the content security policy blocked a connection to this absolute URL. */
export function wasBlocked(url: string): boolean {
  const { origin, pathname } = new URL(url)
  // A report may contain the origin only.
  return blocked.some((one) => one.startsWith(`${origin}${pathname}`) || one.replace(/\/$/, '') === origin)
}

function onViolation(event: Event): void {
  recordViolation(event as SecurityPolicyViolationEvent)
}
