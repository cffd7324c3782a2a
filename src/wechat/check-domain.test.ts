import { describe, expect, it } from 'vitest'
import type { DomainList } from '../contract/event/domain-check.ts'
import { DEFAULT_SETTINGS, type Settings } from '../contract/settings.ts'
import type { SettingsPatch } from '../contract/settings-patch.ts'
import { checkDomain } from './check-domain.ts'
import { applySettingsPatch } from './settings/parse-settings.ts'

const settingsOf = (patch: SettingsPatch = {}): Settings => applySettingsPatch(DEFAULT_SETTINGS, patch)
const withList = (...request: string[]) => settingsOf({ domains: { request } })
const verdict = (url: string, settings: Settings, list: DomainList = 'request') => checkDomain(list, url, settings).verdict
const clausesOf = (url: string, settings: Settings) =>
  Object.fromEntries(checkDomain('request', url, settings).clauses.map(({ id, verdict, saw }) => [id, `${verdict} ${saw}`.trim()]))

describe('the domain check', () => {
  it('passes a listed host, whatever the path and query (URL-10)', () => {
    expect(verdict('https://a.com/x?y#z', withList('https://a.com'))).toBe('allowed')
  })

  it('asks its clauses in order and stops at the first that decides', () => {
    expect(clausesOf('https://b.com/', withList('https://a.com'))).toEqual({
      switch: 'passes urlCheck: true',
      'local-network': 'passes b.com',
      scheme: 'passes https',
      listable: 'passes b.com',
      host: 'fails',
      port: 'not-reached',
    })
    expect(clausesOf('http://b.com/', withList('https://b.com'))).toMatchObject({
      scheme: 'fails http',
      listable: 'not-reached',
      host: 'not-reached',
    })
  })

  it('keeps the four lists apart (DOM-2)', () => {
    const settings = settingsOf({ domains: { uploadFile: ['https://a.com'] } })
    expect(verdict('https://a.com/', settings, 'uploadFile')).toBe('allowed')
    expect(verdict('https://a.com/', settings)).toBe('refused')
    expect(verdict('https://a.com/', settings, 'downloadFile')).toBe('refused')
  })

  it('wants exactly this host: a parent does not cover its children (DOM-3)', () => {
    const settings = withList('https://example.com')
    expect(verdict('https://a.example.com/', settings)).toBe('refused')
    expect(clausesOf('https://a.example.com/', settings)).toMatchObject({ host: 'fails https://example.com' })
  })

  it('wants exactly the port of the entry, and none where the entry has none, not even 443 (DOM-4)', () => {
    expect(verdict('https://a.com:443/', withList('https://a.com'))).toBe('refused')
    expect(verdict('https://a.com:8080/', withList('https://a.com:8080'))).toBe('allowed')
    expect(verdict('https://a.com/', withList('https://a.com:8080'))).toBe('refused')
    expect(verdict('https://a.com:443/', withList('https://a.com:443'))).toBe('allowed')
    expect(clausesOf('https://a.com:443/', withList('https://a.com'))).toMatchObject({
      host: 'passes https://a.com',
      port: 'fails https://a.com',
    })
  })

  it('sees a port only where there is one', () => {
    expect(verdict('https://a.com/?p=x:80', withList('https://a.com'))).toBe('allowed')
    expect(verdict('https://u:443@a.com/', withList('https://a.com'))).toBe('allowed')
    expect(verdict('https://a.com\\@b.com/', withList('https://b.com'))).toBe('refused')
    expect(verdict('https:///a.com:8080/', withList('https://a.com:8080'))).toBe('allowed')
  })

  it('lets a socket entry without a port cover all of them (DOM-5)', () => {
    const settings = settingsOf({ domains: { socket: ['wss://a.com', 'wss://b.com:99'] } })
    expect(verdict('wss://a.com:8080/', settings, 'socket')).toBe('allowed')
    expect(verdict('wss://b.com:8080/', settings, 'socket')).toBe('refused')
    expect(verdict('wss://b.com:99/', settings, 'socket')).toBe('allowed')
  })

  it('needs no entry on the local network, except for the phone itself, from 2.4.0 (DOM-6)', () => {
    const lan = { lan: ['192.168.1.0/24'], selfIp: '192.168.1.20' }
    expect(verdict('http://192.168.1.6:8080/', settingsOf(lan))).toBe('allowed')
    expect(clausesOf('http://192.168.1.6/', settingsOf(lan))).toMatchObject({
      'local-network': 'exempts 192.168.1.6',
      scheme: 'not-reached',
    })
    expect(verdict('http://192.168.1.20/', settingsOf(lan))).toBe('refused')
    expect(verdict('http://192.168.2.6/', settingsOf(lan))).toBe('refused')
    expect(verdict('http://192.168.1.6/', settingsOf({ ...lan, lib: '2.3.9' }))).toBe('refused')
  })

  it('never passes other addresses, localhost and api.weixin.qq.com (DOM-7, DOM-8, URL-7)', () => {
    const settings = withList('https://a.com')
    for (const url of ['https://8.8.8.8/', 'https://localhost/', 'https://[::1]/', 'https://2130706433/', 'https://api.weixin.qq.com/x']) {
      const check = checkDomain('request', url, settings)
      expect([check.verdict, check.fix], url).toEqual(['refused', { kind: 'switch-off' }])
    }
  })

  it('can be switched off: by urlCheck, or on a phone by debugging outside a release (DOM-10)', () => {
    const url = 'http://anything.example.org:8081/x'
    expect(verdict(url, settingsOf({ urlCheck: false }))).toBe('switched-off')
    expect(verdict(url, settingsOf({ enableDebug: true }))).toBe('switched-off')
    expect(verdict(url, settingsOf({ enableDebug: true, envVersion: 'release' }))).toBe('refused')
    expect(verdict(url, settingsOf({ enableDebug: true, platform: 'devtools' }))).toBe('refused')
  })

  it('wants https, and wss for sockets (DOM-14, URL-6)', () => {
    expect(checkDomain('request', 'http://a.com/', withList('https://a.com'))).toMatchObject({
      verdict: 'refused',
      fix: { kind: 'switch-off' },
    })
    expect(verdict('ws://a.com/', settingsOf({ domains: { socket: ['wss://a.com'] } }), 'socket')).toBe('refused')
  })

  it('does not mind the letter case of a host (DOM-16)', () => {
    expect(verdict('HTTPS://API.Example.com/', withList('https://api.example.com'))).toBe('allowed')
  })

  it('names the least change that would help', () => {
    expect(checkDomain('request', 'https://a.com/', withList()).fix).toEqual({ kind: 'add', list: 'request', origin: 'https://a.com' })
    expect(checkDomain('request', 'https://a.com:443/', withList('https://a.com')).fix).toEqual({
      kind: 'add',
      list: 'request',
      origin: 'https://a.com:443',
    })
    const off = settingsOf({ domains: { request: [{ origin: 'https://a.com', enabled: false }] } })
    expect(checkDomain('request', 'https://a.com/', off).fix).toEqual({ kind: 'enable', list: 'request', origin: 'https://a.com' })
  })

  it('does not take an entry that is switched off for one of this host, whatever its port', () => {
    for (const origin of ['https://a.com', 'https://a.com:8443']) {
      const off = settingsOf({ domains: { request: [{ origin, enabled: false }] } })
      expect(clausesOf('https://a.com/', off)).toMatchObject({ host: `fails ${origin}`, port: 'not-reached' })
    }
  })

  it('finds that its own fix works', () => {
    for (const url of ['https://a.com/', 'https://a.com:443/', 'https://sub.a.com:8443/x', 'https://接口.com/']) {
      const settings = withList('https://a.com:1')
      const { fix } = checkDomain('request', url, settings)
      if (fix?.kind !== 'add') throw new Error('expected to be told what to add')
      expect(verdict(url, applySettingsPatch(settings, { domains: { request: [...settings.domains.request, fix.origin] } })), url).toBe(
        'allowed',
      )
    }
  })

  it('gives calls to one origin one object, until the settings change', () => {
    const settings = withList('https://a.com')
    expect(checkDomain('request', 'https://a.com/x', settings)).toBe(checkDomain('request', 'https://a.com/y?z', settings))
    expect(checkDomain('request', 'https://a.com/x', settings)).not.toBe(
      checkDomain('request', 'https://a.com/x', withList('https://a.com')),
    )
  })
})
