/** Moments of one call, in ms on the session clock, in WeChat's own spelling. */
export type TimingMark =
  | 'redirectStart'
  | 'redirectEnd'
  | 'fetchStart'
  | 'httpDNSDomainLookUpStart'
  | 'httpDNSDomainLookUpEnd'
  | 'domainLookUpStart'
  | 'domainLookUpEnd'
  | 'connectStart'
  | 'connectEnd'
  | 'SSLconnectionStart'
  | 'SSLconnectionEnd'
  | 'requestStart'
  | 'requestEnd'
  | 'responseStart'
  | 'responseEnd'

/** The connection of a call. */
export interface ConnectionFacts {
  readonly socketReused: boolean
  readonly protocol: 'http1.1' | 'h2' | 'quic' | 'unknown'
  readonly peerIP: string
  readonly port: number
  /** Round trip time in ms. */
  readonly rtt: number
}

/** What can be known of the timing of a call. */
export type TimingField = TimingMark | keyof ConnectionFacts

/**
 * Timing of one call. It arrives in parts; for each field the latest value counts. Fields named in `simulated` come from the connection
 * model, all others were measured.
 */
export interface Timing {
  readonly marks: Readonly<Partial<Record<TimingMark, number>>>
  readonly connection?: ConnectionFacts
  readonly simulated: readonly TimingField[]
}
