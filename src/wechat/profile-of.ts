import type { CallEnvironment } from '../contract/event/platform.ts'
import type { Timing, TimingMark } from '../contract/event/profile.ts'
import type { TaskApi } from '../contract/event/task-event.ts'
import type { RequestProfile } from '../contract/wx/wx.ts'
import { givesProfile, isHighPerformance } from './gives-profile.ts'
import { isLibSince } from './lib-version.ts'

/** What `res.profile` is made of: moments in ms on the session clock, as they stand in the events of the call. */
export interface ProfileInput {
  readonly api: TaskApi
  /** The caller's options; only `enableProfile`, `useHighPerformanceMode` and `enableHttpDNS` are looked at. */
  readonly given: { readonly [option: string]: unknown }
  readonly environment: CallEnvironment
  /** Whether the url is https: SSL stamps of others are 0 (PROF-2). */
  readonly secure: boolean
  /** Bytes of the request body. */
  readonly sentBytes: number
  /** Bytes of the response body. */
  readonly receivedBytes: number
  readonly created: number
  readonly queued?: number
  readonly started: number
  readonly timing: Timing
  readonly headersReceived: number
  readonly ended: number
}

/** The `res.profile` of a call that succeeded; `undefined` where WeChat gives none (PROF-3, PROF-6). */
export function profileOf(input: ProfileInput, startedAt: number): RequestProfile | undefined {
  const { environment, given, timing } = input
  const { lib } = environment
  if (!givesProfile(input.api, environment, given)) return undefined

  // Whole ms, as phones give them; rounding late keeps every mark in order.
  const epoch = (at: number): number => Math.round(startedAt + at)
  const epochOrZero = (at: number | undefined): number => (at === undefined ? 0 : epoch(at))
  const marks = marksInOrder(input)
  const { redirectStart, redirectEnd, httpDNSDomainLookUpStart, httpDNSDomainLookUpEnd } = timing.marks
  const { connection } = timing
  const rtt = Math.round(connection?.rtt ?? 0)
  const httpRtt = Math.round(marks.responseStart - marks.requestEnd)
  const throughputKbps = Math.round((input.receivedBytes * 8) / Math.max(1, Math.round(marks.responseEnd - marks.requestStart)))

  const profile: RequestProfile = {
    redirectStart: epochOrZero(redirectStart),
    redirectEnd: epochOrZero(redirectEnd),
    fetchStart: epoch(marks.fetchStart),
    domainLookUpStart: epoch(marks.domainLookUpStart),
    domainLookUpEnd: epoch(marks.domainLookUpEnd),
    connectStart: epoch(marks.connectStart),
    connectEnd: epoch(marks.connectEnd),
    SSLconnectionStart: input.secure ? epoch(marks.SSLconnectionStart) : 0,
    SSLconnectionEnd: input.secure ? epoch(marks.SSLconnectionEnd) : 0,
    requestStart: epoch(marks.requestStart),
    requestEnd: epoch(marks.requestEnd),
    responseStart: epoch(marks.responseStart),
    responseEnd: epoch(marks.responseEnd),
    rtt,
    estimate_nettype: connection ? nettypeOf(httpRtt) : 0,
    httpRttEstimate: httpRtt,
    transportRttEstimate: rtt,
    downstreamThroughputKbpsEstimate: throughputKbps,
    throughputKbps,
    peerIP: connection?.peerIP ?? '',
    port: connection?.port ?? 0,
    protocol: connection?.protocol ?? 'unknown',
    socketReused: connection?.socketReused ?? false,
    sendBytesCount: input.sentBytes,
    receivedBytedCount: input.receivedBytes,
  }
  // UP-7: the mode was announced for transfers and is in no page about them.
  const highPerformance = input.api === 'request' && isHighPerformance(environment, given)
  if (highPerformance) Object.assign(profile, FILLER)
  if (isLibSince(lib, '3.3.4')) profile.usingHighPerformanceMode = highPerformance
  if (isLibSince(lib, '3.8.9') && httpDNSDomainLookUpStart !== undefined) {
    profile.httpDNSDomainLookUpStart = epoch(httpDNSDomainLookUpStart)
    profile.httpDNSDomainLookUpEnd = epoch(httpDNSDomainLookUpEnd ?? httpDNSDomainLookUpStart)
  }
  if (isLibSince(lib, '3.8.10')) {
    profile.invokeStart = epoch(input.created)
    profile.queueStart = epoch(input.queued ?? input.started)
    profile.queueEnd = epoch(input.started)
  }
  return profile
}

/** PROF-7: in high-performance mode these keys stay, but nothing is measured. */
export const FILLER = {
  redirectStart: 0,
  redirectEnd: 0,
  rtt: 0,
  estimate_nettype: 0,
  httpRttEstimate: 0,
  transportRttEstimate: 0,
  downstreamThroughputKbpsEstimate: 0,
  throughputKbps: 0,
  peerIP: '',
  port: 0,
} satisfies Partial<RequestProfile>

/** The bounds, in ms of HTTP round trip, at which Chromium speaks of slow 2g (2), 2g (3), 3g (4) and 4g (5). */
function nettypeOf(httpRtt: number): number {
  if (httpRtt >= 2010) return 2
  if (httpRtt >= 1420) return 3
  return httpRtt >= 273 ? 4 : 5
}

type Phase = Exclude<TimingMark, 'redirectStart' | 'redirectEnd' | 'httpDNSDomainLookUpStart' | 'httpDNSDomainLookUpEnd'>

/**
 * Every phase with a moment: what is not known happened when the one before it ended, so that a reused connection looks up
 * and connects in no time at `fetchStart`. A mark never lies before its forerunner, whoever measured it.
 */
function marksInOrder(input: ProfileInput): Record<Phase, number> {
  const known = input.timing.marks
  const after = (least: number, at: number | undefined): number => Math.max(least, at ?? least)
  const fetchStart = after(input.started, known.fetchStart)
  const domainLookUpStart = after(fetchStart, known.domainLookUpStart)
  const domainLookUpEnd = after(domainLookUpStart, known.domainLookUpEnd)
  const connectStart = after(domainLookUpEnd, known.connectStart)
  const SSLconnectionStart = after(connectStart, known.SSLconnectionStart)
  const SSLconnectionEnd = after(SSLconnectionStart, known.SSLconnectionEnd)
  const connectEnd = after(SSLconnectionEnd, known.connectEnd)
  const requestStart = after(connectEnd, known.requestStart)
  const requestEnd = after(requestStart, known.requestEnd)
  const responseStart = after(requestEnd, known.responseStart ?? input.headersReceived)
  const responseEnd = after(responseStart, known.responseEnd ?? input.ended)
  return {
    fetchStart,
    domainLookUpStart,
    domainLookUpEnd,
    connectStart,
    connectEnd,
    SSLconnectionStart,
    SSLconnectionEnd,
    requestStart,
    requestEnd,
    responseStart,
    responseEnd,
  }
}

/** What the numbers of a field count. */
export type ProfileUnit = 'epoch-ms' | 'ms' | 'kbps' | 'bytes' | 'none'

/** A field of `res.profile`. */
export interface ProfileField {
  readonly name: keyof RequestProfile
  readonly unit: ProfileUnit
  /** The base library that brought it. */
  readonly since: string
}

const field = (unit: ProfileUnit, since: string, ...names: (keyof RequestProfile)[]): ProfileField[] =>
  names.map((name) => ({ name, unit, since }))

/** Every field of `res.profile` in the order of the official page (docs/wechat.md, section 2). */
export const PROFILE_FIELDS: readonly ProfileField[] = [
  ...field('epoch-ms', '3.8.10', 'invokeStart', 'queueStart', 'queueEnd'),
  ...field('epoch-ms', '3.8.9', 'httpDNSDomainLookUpStart', 'httpDNSDomainLookUpEnd'),
  ...field(
    'epoch-ms',
    '2.10.4',
    'redirectStart',
    'redirectEnd',
    'fetchStart',
    'domainLookUpStart',
    'domainLookUpEnd',
    'connectStart',
    'connectEnd',
  ),
  ...field('epoch-ms', '2.10.4', 'SSLconnectionStart', 'SSLconnectionEnd', 'requestStart', 'requestEnd', 'responseStart', 'responseEnd'),
  ...field('ms', '2.10.4', 'rtt'),
  ...field('none', '2.10.4', 'estimate_nettype'),
  ...field('ms', '2.10.4', 'httpRttEstimate', 'transportRttEstimate'),
  ...field('kbps', '2.10.4', 'downstreamThroughputKbpsEstimate', 'throughputKbps'),
  ...field('none', '2.10.4', 'peerIP', 'port', 'protocol', 'socketReused'),
  ...field('bytes', '2.10.4', 'sendBytesCount', 'receivedBytedCount'),
  ...field('none', '3.3.4', 'usingHighPerformanceMode'),
]
