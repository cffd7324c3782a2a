import type { Timing } from '../../contract/event/profile.ts'
import type { RedirectHop } from '../../contract/event/task-event.ts'
import { hostOf } from '../../wechat/check-domain.ts'

/** The redirect marks: from the first request to the last redirect, if all of them stayed on one host (PROF-2). */
export function redirectTiming(url: string, started: number, redirects: readonly RedirectHop[]): Timing | undefined {
  const last = redirects.at(-1)
  const host = hostOf(url)
  if (last === undefined || redirects.some((hop) => hostOf(hop.url) !== host)) return undefined
  return { marks: { redirectStart: started, redirectEnd: last.at }, simulated: [] }
}

/** A simulated HttpDNS lookup, which takes no time. */
export function httpDnsTiming(at: number): Timing {
  return {
    marks: { httpDNSDomainLookUpStart: at, httpDNSDomainLookUpEnd: at },
    simulated: ['httpDNSDomainLookUpStart', 'httpDNSDomainLookUpEnd'],
  }
}
