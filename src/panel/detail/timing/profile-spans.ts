import type { RequestProfile } from '../../../contract/wx/wx.ts'

type Stamp = keyof RequestProfile

/** A length that is worked out of two stamps of `res.profile`. */
export interface ProfileSpan {
  readonly name: 'queue' | 'httpDns' | 'redirect' | 'dns' | 'connect' | 'tls' | 'send' | 'wait' | 'download' | 'whole'
  readonly from: Stamp
  readonly to: Stamp
  /** ms; undefined when a stamp is absent or 0. */
  readonly length: number | undefined
}

const SPANS: readonly (readonly [ProfileSpan['name'], Stamp, Stamp])[] = [
  ['queue', 'queueStart', 'queueEnd'],
  ['httpDns', 'httpDNSDomainLookUpStart', 'httpDNSDomainLookUpEnd'],
  ['redirect', 'redirectStart', 'redirectEnd'],
  ['dns', 'domainLookUpStart', 'domainLookUpEnd'],
  ['connect', 'connectStart', 'connectEnd'],
  ['tls', 'SSLconnectionStart', 'SSLconnectionEnd'],
  ['send', 'requestStart', 'requestEnd'],
  ['wait', 'requestEnd', 'responseStart'],
  ['download', 'responseStart', 'responseEnd'],
  ['whole', 'invokeStart', 'responseEnd'],
]

/** The lengths that people work out of a profile, with their formulas. */
export function spansOf(profile: RequestProfile): readonly ProfileSpan[] {
  return SPANS.map(([name, from, to]) => {
    const [start, end] = [profile[from], profile[to]]
    const known = typeof start === 'number' && typeof end === 'number' && start > 0 && end > 0
    return { name, from, to, length: known ? end - start : undefined }
  })
}
