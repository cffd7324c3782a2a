import type { CallException } from '../contract/event/task-event.ts'
import type { Settings } from '../contract/settings.ts'
import { isLibSince } from './lib-version.ts'

/** What a call asks of HttpDNS (REQ-13, REQ-14, REQ-16). */
export interface HttpDnsWish {
  readonly serviceId: unknown
  readonly fallback: boolean
  /** High-performance mode, asked for by name and on Android, does without HttpDNS (REQ-8). */
  readonly switchedOff: boolean
}

/** `used`: the provider answered, for one unit of quota. `local`: local DNS did. `failed`: the call may not go on. */
export type HttpDnsResult =
  | { readonly outcome: 'used' }
  | { readonly outcome: 'local'; readonly exception?: CallException }
  | { readonly outcome: 'failed'; readonly detail: string; readonly exception: CallException }

const REASONS = {
  noQuota: { errMsg: 'getDNSInfo:fail no enough httpdns quota', errno: 602103 },
  badService: { errMsg: 'getDNSInfo:fail invalid service id', errno: 602108 },
  proxy: { errMsg: '-130:net::ERR_PROXY_CONNECTION_FAILED', errno: 600001 },
} as const

/** Looks a host up as the bought service would, as far as the settings know it. */
export function lookUpByHttpDns(wish: HttpDnsWish, settings: Settings): HttpDnsResult {
  if (wish.switchedOff) return { outcome: 'local' }
  const reason =
    typeof wish.serviceId !== 'string' || wish.serviceId === ''
      ? REASONS.badService
      : settings.httpdnsQuota > 0
        ? undefined
        : REASONS.noQuota
  if (reason === undefined) return { outcome: 'used' }
  const exception = exceptionOf(reason)
  // HTTPDNS-1: local DNS steps in from 2.32.1; HTTPDNS-2: unless the call forbids it.
  return wish.fallback && isLibSince(settings.lib, '2.32.1')
    ? { outcome: 'local', exception }
    : { outcome: 'failed', detail: reason.errMsg, exception }
}

/** HTTPDNS-3: behind a system proxy HttpDNS is off, and from 3.8.10 the result says so. */
export const PROXY_EXCEPTION: CallException = exceptionOf(REASONS.proxy)

/** Nothing was sent twice: a fallback is no retry. */
function exceptionOf(reason: CallException['reasons'][number]): CallException {
  return { retryCount: 0, reasons: [reason] }
}

export function httpDnsErrno(detail: string): number | undefined {
  return Object.values(REASONS).find((reason) => reason.errMsg === detail)?.errno
}
