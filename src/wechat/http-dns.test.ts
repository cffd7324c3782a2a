import { describe, expect, it } from 'vitest'
import type { SettingsPatch } from '../contract/settings-patch.ts'
import { API, setUpShim } from '../testing/set-up-shim.ts'

describe('HttpDNS', () => {
  const dns = { url: API, enableHttpDNS: true, httpDNSServiceId: 'wxa410372c837a5f26' }
  const NO_QUOTA = { errMsg: 'getDNSInfo:fail no enough httpdns quota', errno: 602103 }

  it('is not spoken of unless it was asked for (RES-12)', async () => {
    expect((await setUpShim().run()).success).not.toHaveProperty('useHttpDNS')
  })

  it('is used while there is quota, one look-up each', async () => {
    const { environment, run } = setUpShim({ settings: { httpdnsQuota: 1 } })
    const { success } = await run(dns)
    expect(success?.useHttpDNS).toBe(true)
    expect(success?.profile).toHaveProperty('httpDNSDomainLookUpStart')
    expect(environment.settings().httpdnsQuota).toBe(0)
    expect((await run(dns)).success?.useHttpDNS).toBe(false)
  })

  it('gives way to local DNS without quota, and says why (HTTPDNS-1)', async () => {
    const { success } = await setUpShim({ settings: { httpdnsQuota: 0 } }).run(dns)
    expect(success).toMatchObject({ errMsg: 'request:ok', useHttpDNS: false, exception: { retryCount: 0, reasons: [NO_QUOTA] } })
  })

  it('fails the call when it may not fall back, or could not yet (HTTPDNS-2, REQ-16)', async () => {
    const failed = async (option: object, lib = '3.17.0') =>
      (await setUpShim({ settings: { httpdnsQuota: 0, lib } }).run({ ...dns, ...option })).fail
    expect(await failed({ enableHttpDNSFallback: false })).toEqual({
      errMsg: `request:fail ${NO_QUOTA.errMsg}`,
      errno: 602103,
      exception: { retryCount: 0, reasons: [NO_QUOTA] },
      useHttpDNS: false,
    })
    expect(await failed({}, '2.32.0')).toEqual({ errMsg: `request:fail ${NO_QUOTA.errMsg}`, errno: 602103 })
  })

  it('needs a service id (REQ-14)', async () => {
    expect((await setUpShim().run({ ...dns, httpDNSServiceId: undefined })).success?.exception?.reasons[0]?.errno).toBe(602108)
  })

  it('is off behind a proxy, and from 3.8.10 the failure says so (HTTPDNS-3)', async () => {
    const failed = async (lib: string) =>
      (await setUpShim({ settings: { lib }, script: { fails: 'ERR_PROXY_CONNECTION_FAILED' } }).run(dns)).fail
    expect(await failed('2.22.0')).toEqual({ errMsg: 'request:fail -130:net::ERR_PROXY_CONNECTION_FAILED', errno: 600001 })
    expect(await failed('3.8.10')).toMatchObject({ errno: 600001, useHttpDNS: false, exception: { reasons: [{ errno: 600001 }] } })
  })

  it('is not used in high-performance mode, which is the business of Android alone (REQ-8)', async () => {
    const used = async (settings: SettingsPatch) =>
      (await setUpShim({ settings }).run({ ...dns, useHighPerformanceMode: true })).success?.useHttpDNS
    expect(await used({})).toBe(false)
    expect(await used({ platform: 'ios' })).toBe(true)
    expect(await used({ lib: '3.4.10', platform: 'pc' })).toBe(true)
  })
})
