/** Moments of one call, in ms on the session clock. WeChat's own spelling, capitals and all. */
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

/** What is known of the connection that carried a call. */
export interface ConnectionFacts {
  readonly socketReused: boolean
  readonly protocol: 'http1.1' | 'h2' | 'quic' | 'unknown'
  readonly peerIP: string
  readonly port: number
  /** Round trip of this connection, ms. */
  readonly rtt: number
}

/** What can be known of the timing of a call. */
export type TimingField = TimingMark | keyof ConnectionFacts

/**
 * Part of the timing of one call. Several come during a call; a later one wins field by field.
 * A field named in `simulated` was made up by the connection model; every other one was measured.
 */
export interface Timing {
  readonly marks: Readonly<Partial<Record<TimingMark, number>>>
  readonly connection?: ConnectionFacts
  readonly simulated: readonly TimingField[]
}
