import { describe, expect, it } from 'vitest'
import { API, eventOf, setUpShim, typesOf } from '../../testing/set-up-shim.ts'

describe('the domain list', () => {
  const settings = { urlCheck: true, domains: { request: ['https://api.example.com'] } }

  it('stops a call before any slot is taken (DOM-1)', async () => {
    const { events, run, transport } = setUpShim({ settings })
    expect((await run({ url: 'https://not.example.org/x' })).fail).toEqual({ errMsg: 'request:fail url not in domain list', errno: 600002 })
    expect(typesOf(events)).toEqual(['created', 'checked', 'failed', 'delivered', 'delivered'])
    expect(eventOf(events, 'checked').check.fix).toEqual({ kind: 'add', list: 'request', origin: 'https://not.example.org' })
    expect(transport.sent).toHaveLength(0)
  })

  it('is asked after the method (DOM-17)', async () => {
    const { run } = setUpShim({ settings })
    expect((await run({ url: 'https://not.example.org/x', method: 'PATCH' })).fail?.errMsg).toBe('request:fail method is invalid')
  })

  it('is quoted by the console of the tool, and by nothing on a phone (DOM-11)', async () => {
    const tool = setUpShim({ settings: { ...settings, platform: 'devtools' } })
    await tool.run({ url: 'https://not.example.org/x' })
    const text = tool.written.join('\n')
    expect(text).toContain('request 合法域名校验出错')
    expect(text).toContain(
      ' https://not.example.org 不在以下 request 合法域名列表中，请参考文档：https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
    )
    expect(text).toContain('["https://api.example.com"]')
    expect(text).toMatch(/详情-域名信息.*\(env: Windows,mp,[\d.]+; lib: 3\.17\.0\)/)
    const phone = setUpShim({ settings })
    await phone.run({ url: 'https://not.example.org/x' })
    expect(phone.written).toEqual([])
  })
})

describe('the console', () => {
  it('hears of headers that do not go out (HDR-4, HDR-5)', async () => {
    const { run, written } = setUpShim()
    await run({ url: API, header: { Referer: 'x' } })
    await run({ url: API, header: 'x' })
    expect(written).toEqual(['Refused to set unsafe header "Referer"', 'wx.request: header must be an object'])
  })
})
