import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts'
import { headerException, requestHeader } from './request-header.ts'

const REFERER = ['Referer', 'https://servicewechat.com/wx0000000000000000/0/page-frame.html']
const make = (given: Record<string, unknown>, patch: Partial<Settings> = {}) => requestHeader(given, { ...DEFAULT_SETTINGS, ...patch })

describe('the headers of a call', () => {
  it('have a content-type of application/json when the caller gives none (HDR-1)', () => {
    expect(make({}).list).toEqual([['content-type', 'application/json'], REFERER])
  })

  it('have one content-type, in lower case, whatever case the caller used; other names keep theirs (HDR-2)', () => {
    const made = make({ 'CONTENT-TYPE': 'text/xml', 'X-Token': 't' })
    expect(made.list).toEqual([['content-type', 'text/xml'], ['X-Token', 't'], REFERER])
    expect(made.contentType).toBe('text/xml')
  })

  it('turn numbers into text, and show only the kind of anything else (HDR-3)', () => {
    expect(make({ n: 1, b: true, u: undefined }).list.slice(1, 4)).toEqual([
      ['n', '1'],
      ['b', '[object Boolean]'],
      ['u', '[object Undefined]'],
    ])
  })

  it('do not take a Referer from the caller (HDR-5)', () => {
    const made = make({ referer: 'https://evil.example/' })
    expect(made.list.filter(([name]) => name.toLowerCase() === 'referer')).toEqual([REFERER])
    expect(made.dropped).toEqual([{ name: 'referer', value: 'https://evil.example/', why: 'referer' }])
  })

  it('have the Referer of the appid and version (HDR-6, HDR-7)', () => {
    const referer = (patch: Partial<Settings>) => make({}, { appid: 'wx1234567890abcdef', ...patch }).list.at(-1)?.[1]
    expect(referer({ platform: 'devtools' })).toBe('https://servicewechat.com/wx1234567890abcdef/devtools/page-frame.html')
    expect(referer({ envVersion: 'trial', versionNumber: 9 })).toBe('https://servicewechat.com/wx1234567890abcdef/0/page-frame.html')
    expect(referer({ platform: 'ios', envVersion: 'release', versionNumber: 37 })).toBe(
      'https://servicewechat.com/wx1234567890abcdef/37/page-frame.html',
    )
  })

  it('send a Cookie that was set by hand (HDR-9)', () => {
    for (const platform of ['android', 'devtools'] as const)
      expect(make({ Cookie: 'sid=1' }, { platform }).list).toContainEqual(['Cookie', 'sid=1'])
  })

  it('leave out what the engine writes itself, and in the tool all that a browser keeps for itself (HDR-11)', () => {
    const given = { Host: 'x', Origin: 'https://x.com', 'Sec-Fetch-Mode': 'cors', 'X-A': '1' }
    const names = (platform: Settings['platform']) => make(given, { platform }).dropped.map(({ name, why }) => `${name} ${why}`)
    expect(names('android')).toEqual(['Host forbidden'])
    expect(names('devtools')).toEqual(['Host forbidden', 'Origin forbidden', 'Sec-Fetch-Mode forbidden'])
  })

  it.each([
    ['Content-Type', 'application/x-www-form-urlencoded；charset=UTF-8', 'Value is not a valid ByteString.'],
    ['X-A', 'a\r\nb', "'a\r\nb' is not a valid HTTP header field value."],
    ['a b', '1', "'a b' is not a valid HTTP header field name."],
    ['中', '1', 'Name is not a valid ByteString.'],
  ])('name the words in which the tool fails at %s: %j', (name, value, says) => {
    expect(headerException(make({ ok: '1', [name]: value }).dropped)).toEqual({
      name,
      detail: `Failed to execute 'setRequestHeader' on 'XMLHttpRequest': ${says}`,
    })
  })

  it('leave out what is no legal header', () => {
    const made = make({ 'a b': '1', 中: '1', ok: 'line\nbreak', name: '张三' })
    expect(made.dropped.map(({ why, illegal }) => [why, illegal])).toEqual([
      ['invalid', { in: 'name', character: ' ' }],
      ['invalid', { in: 'name', character: '中' }],
      ['invalid', { in: 'value', character: '\n' }],
      ['invalid', { in: 'value', character: '张' }],
    ])
    expect(made.list).toHaveLength(2)
  })
})
