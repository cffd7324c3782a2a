import { describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '../../contract/settings.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import { applySettingsPatch } from '../../wechat/settings/parse-settings.ts'
import { readRequestOptions } from './request-options.ts'

const URL_ = 'https://a.com/x'
const read = (option: unknown, patch: SettingsPatch = {}) => readRequestOptions(option, applySettingsPatch(DEFAULT_SETTINGS, patch))
function plan(option: Record<string, unknown>, patch: SettingsPatch = {}) {
  const reading = read({ url: URL_, ...option }, patch)
  if ('refusal' in reading) throw new Error(`refused: ${reading.refusal.reason.kind}`)
  return reading.plan
}
function refusal(option: unknown) {
  const reading = read(option)
  return 'refusal' in reading ? reading.refusal : undefined
}
const bodyOf = (option: Record<string, unknown>) => {
  const { body } = plan(option)
  return body && new TextDecoder().decode(body.bytes)
}

describe('the options of wx.request', () => {
  it('need an object (URL-1)', () => {
    expect(refusal(undefined)).toMatchObject({ text: 'parameter error: parameter should be Object instead of Undefined;', atOnce: true })
    expect(refusal(null)?.text).toContain('instead of Null;')
    expect(refusal('https://a.com')?.text).toContain('instead of String;')
  })

  it('need a url that is a string (URL-1)', () => {
    const text = (url: unknown) => refusal({ url })?.text
    expect(text(undefined)).toBe('parameter error: parameter.url should be String instead of Undefined;')
    expect(text(null)).toBe('parameter error: parameter.url should be String instead of Null;')
    expect(text(5)).toBe('parameter error: parameter.url should be String instead of Number;')
    expect(text({})).toBe('parameter error: parameter.url should be String instead of Object;')
  })

  it('need an absolute http or https url, in any letter case (URL-2 … URL-5)', () => {
    for (const url of ['www.baidu.com', '/api/list', 'ws://a.com/x', '', ' https://a.com', 'https://', 'file:///x']) {
      expect(refusal({ url }), url).toMatchObject({ reason: { kind: 'bad-url' }, text: `invalid url "${url}"`, atOnce: true })
    }
    expect(plan({ url: 'HTTPS://a.com/x' }).url).toBe('HTTPS://a.com/x')
    expect(plan({ url: 'http://a.com:8080' }).url).toBe('http://a.com:8080')
  })

  it('take eight methods in any letter case, GET by default, and no PATCH (METH-1 … METH-3, REQ-5)', () => {
    for (const method of ['options', 'Get', 'HEAD', 'post', 'PUT', 'delete', 'TRACE', 'CONNECT'])
      expect(plan({ method }).method).toBe(method.toUpperCase())
    expect(plan({}).method).toBe('GET')
    for (const method of ['PATCH', 'GETT', 5, Object.create(null)])
      expect(refusal({ url: URL_, method })).toMatchObject({ reason: { kind: 'bad-method' }, atOnce: false })
  })

  it('are checked in the order parameters, url, method, data (DOM-17)', () => {
    expect(refusal({ method: 'PATCH', data: () => {} })?.reason.kind).toBe('bad-parameter')
    expect(refusal({ url: 'x', method: 'PATCH' })?.reason.kind).toBe('bad-url')
    expect(refusal({ url: URL_, method: 'PATCH', data: () => {} })?.reason.kind).toBe('bad-method')
  })

  it('do not take a function for data (CONV-17)', () => {
    expect(refusal({ url: URL_, data: () => {} })?.text).toBe('data should not be Function')
    expect(bodyOf({ method: 'POST', data: 'function' })).toBe('function')
  })

  it('put object data of GET and HEAD into the query, of other methods into the body (CONV-1, CONV-19)', () => {
    expect([plan({ data: { a: 1 } }).url, bodyOf({ data: { a: 1 } })]).toEqual([`${URL_}?a=1`, undefined])
    expect(plan({ method: 'HEAD', data: { a: 1 } }).url).toBe(`${URL_}?a=1`)
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect([plan({ method, data: { a: 1 } }).url, bodyOf({ method, data: { a: 1 } })]).toEqual([URL_, '{"a":1}'])
    }
    expect(bodyOf({ method: 'DELETE', header: { 'Content-Type': 'application/x-www-form-urlencoded' }, data: { CommentId: 7 } })).toBe(
      'CommentId=7',
    )
  })

  it('put the query before a hash and warn; the hash itself never leaves (CONV-12)', () => {
    expect(plan({ url: `${URL_}#frag?b`, data: { a: 1 } })).toMatchObject({ url: `${URL_}?a=1`, warnings: ['query-before-hash'] })
    expect(plan({ url: `${URL_}#frag` })).toMatchObject({ url: URL_, warnings: [] })
  })

  it('leave the url alone for string data of a GET, and warn (CONV-13)', () => {
    expect(plan({ data: 'a=1' })).toMatchObject({ url: URL_, body: undefined, warnings: ['string-data-on-get'] })
  })

  it('ignore a header that is no object, with a warning (HDR-4)', () => {
    for (const header of ['x', null, ['a'], 5]) expect(plan({ header }).warnings).toEqual(['header-not-object'])
    expect(plan({ header: undefined }).warnings).toEqual([])
    expect(plan({ header: 'x' }).header).toEqual(plan({}).header)
  })

  it('tell an object by the kind that it names: those of a class go out, the headers of axios 1.x do not (HDR-4)', () => {
    class Tagged {
      readonly 'X-Tag' = 'a'
    }
    expect(plan({ header: new Tagged() })).toMatchObject({ header: expect.arrayContaining([['X-Tag', 'a']]), warnings: [] })
    const ofAxios = { 'X-Tag': 'a', [Symbol.toStringTag]: 'AxiosHeaders' }
    expect(plan({ header: ofAxios })).toMatchObject({ header: plan({}).header, warnings: ['header-not-object'] })
  })

  it('warn of a dropped header (HDR-5) and of a long url, which is sent all the same (URL-11)', () => {
    expect(plan({ header: { Referer: 'x' } }).warnings).toEqual(['header-dropped'])
    const url = `${URL_}?${'x'.repeat(2000)}`
    expect(plan({ url })).toMatchObject({ url, warnings: ['long-url'] })
    // The advice counts bytes.
    expect(plan({ url: `${URL_}?${'茶'.repeat(400)}` }).warnings).toEqual(['long-url'])
    expect(plan({ url: `${URL_}?${'茶'.repeat(300)}` }).warnings).toEqual([])
  })

  it('take the timeout of the call, else that of app.json, else a minute (LIM-4)', () => {
    const networkTimeout = { request: 3000 }
    expect(plan({ timeout: 1000 }, { networkTimeout }).timeout).toBe(1000)
    expect(plan({}, { networkTimeout }).timeout).toBe(3000)
    expect(plan({}).timeout).toBe(60_000)
    expect(plan({ timeout: 120_000 }).timeout).toBe(120_000)
  })

  it('count a timeout that no timer can keep as none (LIM-4)', () => {
    for (const timeout of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 31, '5', null]) expect(plan({ timeout }).timeout).toBe(60_000)
  })

  it('let iOS wait no longer than a minute before 2.14.0, and PC ignore the timeout before 3.11.1 (LIM-5)', () => {
    expect(plan({ timeout: 120_000 }, { platform: 'ios', lib: '2.13.2' }).timeout).toBe(60_000)
    expect(plan({ timeout: 120_000 }, { platform: 'ios' }).timeout).toBe(120_000)
    expect(plan({ timeout: 5 }, { platform: 'pc', lib: '3.11.0' }).timeout).toBe(60_000)
    expect(plan({ timeout: 5 }, { platform: 'pc', lib: '3.11.1' }).timeout).toBe(5)
  })

  it('have no effect where they are newer than the base library, with a warning (REQ-22)', () => {
    expect(plan({ redirect: 'manual' }, { lib: '3.2.1' })).toMatchObject({ redirect: 'follow', warnings: ['option-newer-than-lib'] })
    expect(plan({ redirect: 'manual' }, { lib: '3.2.2' })).toMatchObject({ redirect: 'manual', warnings: [] })
    expect(
      plan({ enableChunked: true, forceCellularNetwork: true, enableHttpDNS: true, timeout: 5, enableCache: true }, { lib: '2.9.9' }),
    ).toMatchObject({
      chunked: false,
      forceCellular: false,
      httpDns: undefined,
      timeout: 60_000,
      cache: false,
    })
    expect(plan({ enableHttpDNS: true, enableHttpDNSFallback: false }, { lib: '3.16.1' }).httpDns?.fallback).toBe(true)
  })

  it('have no effect where the PC client does not know them (CHUNK-3, PLAT-9)', () => {
    expect(plan({ enableChunked: true, redirect: 'manual' }, { platform: 'pc' })).toMatchObject({ chunked: false, redirect: 'follow' })
  })

  it('are ignored when nobody knows them (REQ-21)', () => {
    expect(plan({ foo: 1, withCredentials: true, onProgress() {} })).toEqual(plan({}))
  })

  it('parse JSON under dataType json alone, which is the default (REQ-6)', () => {
    expect(plan({}).decodeAs).toEqual({ json: true, arraybuffer: false })
    expect(plan({ dataType: '其他', responseType: 'arraybuffer' }).decodeAs).toEqual({ json: false, arraybuffer: true })
  })
})
