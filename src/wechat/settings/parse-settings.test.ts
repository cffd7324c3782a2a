import { describe, expect, it } from 'vitest'
import { InspectorError } from '../../contract/inspector-error.ts'
import { CONDITIONS_PRESETS } from '../../contract/mock/network-conditions.ts'
import { DEFAULT_SETTINGS } from '../../contract/settings.ts'
import { applySettingsPatch } from './parse-settings.ts'

const apply = (patch: unknown) => applySettingsPatch(DEFAULT_SETTINGS, patch)

function issuesOf(patch: unknown): Record<string, string> {
  try {
    apply(patch)
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(InspectorError)
    const { code, issues } = thrown as InspectorError
    expect(code).toBe('bad-settings')
    return Object.fromEntries(issues.map((issue) => [issue.path, issue.message]))
  }
  throw new Error('the patch was taken')
}

describe('a change of settings', () => {
  it('changes what it names and leaves the rest', () => {
    expect(apply({ platform: 'ios', lib: '3.8.10' })).toEqual({ ...DEFAULT_SETTINGS, platform: 'ios', lib: '3.8.10' })
    expect(apply({})).toEqual(DEFAULT_SETTINGS)
  })

  it('takes its own settings back unchanged', () => {
    const settings = apply({
      domains: { request: ['https://a.com'] },
      conditions: { preset: '3g' },
      lan: ['10.0.0.0/8'],
      selfIp: '10.0.0.2',
    })
    expect(applySettingsPatch(settings, settings)).toEqual(settings)
  })

  it('names every bad value with its place, and changes nothing', () => {
    const issues = issuesOf({
      platform: 'blackberry',
      lib: '3',
      appid: 'wx12',
      versionNumber: 0,
      urlCheck: 'no',
      networkTimeout: { request: 0 },
      lan: ['192.168.1.0/24', '192.168.1'],
      selfIp: 'me',
      httpdnsQuota: -1,
      conditions: { loss: 2 },
      capture: { maxTasks: 1.5 },
      unmatched: 'ask',
      urlcheck: true,
    })
    expect(Object.keys(issues).sort()).toEqual([
      'appid',
      'capture.maxTasks',
      'conditions.loss',
      'httpdnsQuota',
      'lan[1]',
      'lib',
      'networkTimeout.request',
      'platform',
      'selfIp',
      'unmatched',
      'urlCheck',
      'urlcheck',
      'versionNumber',
    ])
    expect(issues['platform']).toBe('must be one of: android, android-remote-debug, ios, devtools, pc')
    expect(issues['urlcheck']).toBe('is not a known setting: take it out, or correct its spelling')
    expect(issues['lan[1]']).toBe('must be an IPv4 range such as 192.168.1.0/24')
  })

  it('refuses what is no object', () => {
    expect(issuesOf(null)).toEqual({ settings: 'must be an object of settings' })
  })

  it('takes domains as strings or with a switch, in lower case, each once', () => {
    const { domains } = apply({ domains: { request: ['https://A.com', { origin: 'https://b.com', enabled: false }, 'https://a.com/'] } })
    expect(domains).toEqual({
      ...DEFAULT_SETTINGS.domains,
      request: [
        { origin: 'https://a.com', enabled: true },
        { origin: 'https://b.com', enabled: false },
      ],
    })
  })

  it('says what is wrong with a domain and what to do', () => {
    const issues = issuesOf({ domains: { request: ['https://ok.com', 'http://a.com', 'https://1.2.3.4'], socket: ['https://b.com'] } })
    expect(Object.keys(issues)).toEqual(['domains.request[1]', 'domains.request[2]', 'domains.socket[0]'])
    expect(issues['domains.request[1]']).toBe('must begin with https://')
    expect(issues['domains.socket[0]']).toBe('must begin with wss://')
    expect(issues['domains.request[2]']).toContain('`lan`')
  })

  it('holds at most 200 domains in a list (DOM-12)', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `https://a${index}.com`)
    expect(apply({ domains: { request: many(200) } }).domains.request).toHaveLength(200)
    expect(issuesOf({ domains: { request: many(201) } })['domains.request']).toContain('at most 200')
  })

  it('fills in the numbers of a preset by its name', () => {
    expect(apply({ conditions: { preset: '3g' } }).conditions).toEqual({ preset: '3g', ...CONDITIONS_PRESETS['3g'], seed: 1 })
  })

  it('calls conditions custom once a number is given by hand', () => {
    const slow = apply({ conditions: { preset: '3g', latency: 999 } })
    expect(slow.conditions).toMatchObject({ preset: 'custom', latency: 999, downKbps: CONDITIONS_PRESETS['3g'].downKbps })
    expect(applySettingsPatch(slow, { conditions: { jitter: 1 } }).conditions).toMatchObject({ preset: 'custom', latency: 999, jitter: 1 })
    expect(apply({ conditions: { seed: 7 } }).conditions).toMatchObject({ preset: 'none', seed: 7 })
  })

  it('merges timeouts and capture limits key by key', () => {
    const first = apply({ networkTimeout: { request: 3000 }, capture: { maxTasks: 10 } })
    const second = applySettingsPatch(first, { networkTimeout: { uploadFile: 9000 }, capture: { persist: true } })
    expect(second.networkTimeout).toEqual({ request: 3000, uploadFile: 9000 })
    expect(second.capture).toEqual({ ...DEFAULT_SETTINGS.capture, maxTasks: 10, persist: true })
  })

  it('reads the files of a project, the private one winning (DOM-10)', () => {
    const patch = {
      projectConfig: { appid: 'wx1234567890abcdef', setting: { urlCheck: true, es6: true }, miniprogramRoot: 'src/' },
      projectPrivateConfig: { setting: { urlCheck: false } },
      appJson: { pages: ['a'], networkTimeout: { request: 3000, other: 'x' } },
    }
    expect(apply(patch)).toMatchObject({ appid: 'wx1234567890abcdef', urlCheck: false, networkTimeout: { request: 3000 } })
    expect(apply(patch)).not.toHaveProperty('projectConfig')
    expect(apply({ ...patch, urlCheck: true }).urlCheck).toBe(true)
  })

  it('leaves the appid as it is for a project of a tourist', () => {
    expect(apply({ projectConfig: { appid: 'touristappid' } }).appid).toBe(DEFAULT_SETTINGS.appid)
  })

  it('tells where a file of a project is wrong', () => {
    expect(Object.keys(issuesOf({ projectConfig: { setting: { urlCheck: 'false' } }, appJson: '{}' }))).toEqual([
      'projectConfig.setting.urlCheck',
      'appJson',
    ])
  })
})
