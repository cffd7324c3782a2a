import { describe, expect, it } from 'vitest'
import { PROFILE_FIELDS, type ProfileInput, profileOf } from './profile-of.ts'

const STARTED_AT = 1_780_000_000_000
const KEYS_OF_2021 = [
  'redirectStart',
  'redirectEnd',
  'fetchStart',
  'domainLookUpStart',
  'domainLookUpEnd',
  'connectStart',
  'connectEnd',
  'SSLconnectionStart',
  'SSLconnectionEnd',
  'requestStart',
  'requestEnd',
  'responseStart',
  'responseEnd',
  'rtt',
  'estimate_nettype',
  'httpRttEstimate',
  'transportRttEstimate',
  'downstreamThroughputKbpsEstimate',
  'throughputKbps',
  'peerIP',
  'port',
  'protocol',
  'socketReused',
  'sendBytesCount',
  'receivedBytedCount',
]

const connection = { socketReused: false, protocol: 'h2', peerIP: '203.0.113.7', port: 443, rtt: 40 } as const
const input: ProfileInput = {
  api: 'request',
  given: {},
  environment: { platform: 'ios', lib: '3.17.0' },
  secure: true,
  sentBytes: 12,
  receivedBytes: 1000,
  created: 10,
  started: 10.4,
  timing: {
    marks: {
      fetchStart: 11,
      domainLookUpStart: 12,
      domainLookUpEnd: 20,
      connectStart: 20,
      SSLconnectionStart: 30,
      SSLconnectionEnd: 50,
      connectEnd: 50,
      requestStart: 50,
      requestEnd: 51,
      responseStart: 90,
      responseEnd: 150,
    },
    connection,
    simulated: [],
  },
  headersReceived: 91,
  ended: 151,
}
const profile = (change: Partial<ProfileInput> = {}) => profileOf({ ...input, ...change }, STARTED_AT)

describe('res.profile', () => {
  it('holds exactly the 25 keys of 2.10.4 in that library (PROF-1)', () => {
    expect(Object.keys(profile({ environment: { platform: 'android', lib: '2.10.4' } }) ?? {}).sort()).toEqual([...KEYS_OF_2021].sort())
  })

  it('gains keys with newer libraries', () => {
    const keys = (lib: string) => Object.keys(profile({ environment: { platform: 'android', lib } }) ?? {})
    expect(keys('3.3.3')).not.toContain('usingHighPerformanceMode')
    expect(keys('3.3.4')).toContain('usingHighPerformanceMode')
    expect(keys('3.8.9')).not.toContain('queueStart')
    expect(keys('3.8.10')).toEqual(expect.arrayContaining(['invokeStart', 'queueStart', 'queueEnd']))
    expect(profile({ environment: { platform: 'android', lib: '2.10.3' } })).toBeUndefined()
  })

  it('gives whole epoch milliseconds', () => {
    expect(profile()).toMatchObject({ invokeStart: STARTED_AT + 10, fetchStart: STARTED_AT + 11, responseEnd: STARTED_AT + 150 })
    expect(Number.isInteger(profile({ created: 10.6, started: 10.7 })?.queueEnd)).toBe(true)
  })

  it('has redirect stamps of 0 without a redirect, and SSL stamps of 0 without TLS (PROF-2)', () => {
    expect(profile({ secure: false })).toMatchObject({ redirectStart: 0, redirectEnd: 0, SSLconnectionStart: 0, SSLconnectionEnd: 0 })
    const marks = { ...input.timing.marks, redirectStart: 10, redirectEnd: 11 }
    expect(profile({ timing: { ...input.timing, marks } })).toMatchObject({ redirectStart: STARTED_AT + 10, redirectEnd: STARTED_AT + 11 })
  })

  it('is left out with enableProfile: false (PROF-3)', () => {
    expect(profile({ given: { enableProfile: false } })).toBeUndefined()
    expect(profile({ given: { enableProfile: true } })).toBeDefined()
  })

  it('has equal queue stamps when the call did not wait (PROF-4)', () => {
    const waited = profile({ queued: 10, started: 11 })
    expect([waited?.queueStart, waited?.queueEnd]).toEqual([STARTED_AT + 10, STARTED_AT + 11])
    expect(profile()?.queueStart).toBe(profile()?.queueEnd)
  })

  it('does not exist in the tool, on PC, and for calls of the page (PROF-6)', () => {
    expect(profile({ environment: { platform: 'devtools', lib: '3.17.0' } })).toBeUndefined()
    expect(profile({ environment: { platform: 'pc', lib: '3.17.0' } })).toBeUndefined()
    expect(profile({ api: 'page' })).toBeUndefined()
  })

  it('holds filler for ten fields in high-performance mode, which is the default of Android from 3.5.0 (PROF-7, REQ-8)', () => {
    const android = (given: ProfileInput['given'], lib = '3.17.0') => profile({ environment: { platform: 'android', lib }, given })
    expect(android({})).toMatchObject({
      usingHighPerformanceMode: true,
      rtt: 0,
      throughputKbps: 0,
      peerIP: '',
      port: 0,
      httpRttEstimate: 0,
    })
    expect(android({ useHighPerformanceMode: false })).toMatchObject({ usingHighPerformanceMode: false, rtt: 40, peerIP: '203.0.113.7' })
    expect(android({ enableHttpDNS: true })).toMatchObject({ usingHighPerformanceMode: false })
    expect(android({}, '3.4.0')).toMatchObject({ usingHighPerformanceMode: false })
    expect(android({ useHighPerformanceMode: true }, '3.4.0')).toMatchObject({ usingHighPerformanceMode: true })
    expect(profile({ given: { useHighPerformanceMode: true } })).toMatchObject({ usingHighPerformanceMode: false })
  })

  it('puts what is not known at the end of what came before', () => {
    const at = STARTED_AT + 11
    expect(profile({ timing: { marks: { fetchStart: 11 }, simulated: [] } })).toMatchObject({
      domainLookUpStart: at,
      domainLookUpEnd: at,
      connectStart: at,
      connectEnd: at,
      SSLconnectionStart: at,
      requestStart: at,
      responseStart: STARTED_AT + 91,
      responseEnd: STARTED_AT + 151,
      protocol: 'unknown',
      peerIP: '',
      estimate_nettype: 0,
    })
  })

  it('never runs backwards, whatever was measured', () => {
    const marks = { fetchStart: 5, connectStart: 3, requestStart: 200, responseStart: 1 }
    const made = profile({ timing: { marks, simulated: [] } })
    const order = [
      'invokeStart',
      'queueStart',
      'queueEnd',
      'fetchStart',
      'connectStart',
      'requestStart',
      'responseStart',
      'responseEnd',
    ] as const
    const stamps = order.map((name) => made?.[name] ?? -1)
    expect(stamps).toEqual([...stamps].sort((one, other) => one - other))
  })

  it('counts bytes, and reckons throughput from them', () => {
    expect(profile()).toMatchObject({
      sendBytesCount: 12,
      receivedBytedCount: 1000,
      throughputKbps: 80,
      rtt: 40,
      httpRttEstimate: 39,
      estimate_nettype: 5,
    })
  })

  it('shows HttpDNS stamps only where HttpDNS was used', () => {
    expect(profile()).not.toHaveProperty('httpDNSDomainLookUpStart')
    const marks = { ...input.timing.marks, httpDNSDomainLookUpStart: 10, httpDNSDomainLookUpEnd: 11 }
    expect(profile({ timing: { ...input.timing, marks } })).toMatchObject({ httpDNSDomainLookUpEnd: STARTED_AT + 11 })
  })

  it('knows every field by name, once', () => {
    const names = PROFILE_FIELDS.map((field) => field.name)
    const marks = { ...input.timing.marks, httpDNSDomainLookUpStart: 10, httpDNSDomainLookUpEnd: 11 }
    expect([...names].sort()).toEqual(Object.keys(profile({ timing: { ...input.timing, marks } }) ?? {}).sort())
    expect(names).toHaveLength(31)
  })
})
