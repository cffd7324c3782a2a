import { describe, expect, it } from 'vitest'
import type { Platform } from '../contract/event/platform.ts'
import type { FailReason } from '../contract/event/task-error.ts'
import { taskErrorOf } from './fail-text.ts'

const on = (platform: Platform, reason: FailReason, lib = '3.17.0') => {
  const { errMsg, errno } = taskErrorOf(reason, 'request', { platform, lib })
  return errno === undefined ? errMsg : `${errMsg} | ${errno}`
}
const REFUSED: FailReason = { kind: 'network', name: 'ERR_CONNECTION_REFUSED' }

describe('the text of a failure', () => {
  it('begins with request:fail, and ends there when there is no reason (ERR-1, ERR-2)', () => {
    expect(on('devtools', REFUSED)).toBe('request:fail | 600001')
    expect(on('devtools', REFUSED, '2.25.0')).toBe('request:fail  | 600001')
  })

  it('of a timeout follows the platform (ERR-6)', () => {
    const reason: FailReason = { kind: 'timed-out', after: 100 }
    expect(on('devtools', reason)).toBe('request:fail timeout')
    expect(on('android', reason)).toBe('request:fail fail:time out | 5')
    expect(on('ios', reason)).toBe('request:fail errcode:-7 cronet_error_code:-7 error_msg:net::ERR_TIMED_OUT | 600001')
  })

  it('of a broken network is short on Android, long on iOS, absent in the tool (ERR-4, ERR-7, ERR-8)', () => {
    expect(on('android', REFUSED)).toBe('request:fail -102:net::ERR_CONNECTION_REFUSED | 600001')
    expect(on('ios', { kind: 'network', name: 'ERR_CERT_AUTHORITY_INVALID' })).toBe(
      'request:fail errcode:-202 cronet_error_code:-202 error_msg:net::ERR_CERT_AUTHORITY_INVALID | 600001',
    )
    expect(on('android', { kind: 'network', name: 'ERR_OF_TOMORROW' })).toBe('request:fail -2:net::ERR_OF_TOMORROW | 600001')
  })

  it('of a refused domain names the host when debugging remotely (DOM-1, DOM-2)', () => {
    const reason: FailReason = { kind: 'refused-domain', host: '101.36.73.140' }
    expect(on('android', reason)).toBe('request:fail url not in domain list | 600002')
    expect(on('android-remote-debug', reason)).toBe('request:fail url not in domain list:101.36.73.140 | 600002')
  })

  it('of missing mobile data has no errno on iOS before 3.5.1 (ERR-9)', () => {
    expect(on('android', { kind: 'no-cellular' })).toBe('request:fail cellular network is unavailable | 600006')
    expect(on('ios', { kind: 'no-cellular' }, '3.5.0')).toBe('request:fail cellular network is unavailable')
  })

  it('of an old TLS is Chinese in the tool (ERR-10)', () => {
    expect(on('devtools', { kind: 'old-tls' })).toBe('request:fail 小程序要求的 TLS 版本必须大于等于 1.2')
  })

  it('has an errno from 2.24.0 on (RES-13)', () => {
    expect(on('android', REFUSED, '2.23.9')).toBe('request:fail -102:net::ERR_CONNECTION_REFUSED')
    expect(on('android', REFUSED, '2.24.0')).toContain('| 600001')
  })

  it('has no errno where none is known', () => {
    expect(on('android', { kind: 'aborted', by: 'app' })).toBe('request:fail abort')
    expect(on('android', { kind: 'bad-method' })).toBe('request:fail method is invalid')
  })

  it('has the listed errno for redirects, data, encodings and the background', () => {
    expect(on('android', { kind: 'too-many-redirects', limit: 20 })).toContain('| 600008')
    expect(on('android', { kind: 'bad-data', detail: '' })).toContain('| 600010')
    expect(on('android', { kind: 'not-utf8' })).toContain('| 602302')
    expect(on('android', { kind: 'interrupted', when: 'stayed-hidden' })).toBe('request:fail interrupted | 600003')
  })
})
