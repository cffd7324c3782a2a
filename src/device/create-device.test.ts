import { describe, expect, it } from 'vitest'
import { createDisposables } from '../contract/disposables.ts'
import { CONDITIONS_PRESETS } from '../contract/mock/network-conditions.ts'
import { DEFAULT_SETTINGS, type Settings } from '../contract/settings.ts'
import type { NetworkStatus } from '../contract/wx/wx-device.ts'
import type { StorageArea } from './app-storage.ts'
import { createDevice } from './create-device.ts'

function createArea(): StorageArea & { readonly items: Map<string, string>; room: number } {
  const items = new Map<string, string>()
  const area = {
    items,
    room: Number.POSITIVE_INFINITY,
    get length() {
      return items.size
    },
    key: (nth: number) => [...items.keys()][nth] ?? null,
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > area.room) throw Object.assign(new Error('full'), { name: 'QuotaExceededError' })
      items.set(key, value)
    },
    removeItem: (key: string) => void items.delete(key),
  }
  return area
}

function setUpDevice(area: () => StorageArea | undefined = () => undefined) {
  const listeners = new Set<() => void>()
  let settings: Settings = DEFAULT_SETTINGS
  let hidden = false
  const emit = () => {
    for (const listener of listeners) listener()
  }
  const phone = {
    settings: () => settings,
    appHidden: () => hidden,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const screen = () => ({ windowWidth: 390, windowHeight: 700, screenWidth: 390, screenHeight: 844, pixelRatio: 3, language: 'zh-CN' })
  return {
    wx: createDevice({ phone, disposables: createDisposables(), has: () => true, screen, storage: area }),
    change(patch: Partial<Settings>) {
      settings = { ...settings, ...patch }
      emit()
    },
    hide(next: boolean) {
      hidden = next
      emit()
    },
  }
}

describe('what the app is told of its phone', () => {
  it('follows the platform, the base library and the appid', async () => {
    const { wx, change } = setUpDevice()
    expect(wx.getSystemInfoSync()).toMatchObject({
      platform: 'android',
      SDKVersion: '3.17.0',
      windowWidth: 390,
      pixelRatio: 3,
      language: 'zh_CN',
    })
    change({ platform: 'devtools', lib: '2.33.0', appid: 'wx1234567890abcdef' })
    expect(wx.getDeviceInfo()).toMatchObject({ platform: 'devtools', brand: 'devtools' })
    expect(wx.getAppBaseInfo()).toMatchObject({ SDKVersion: '2.33.0', host: { appId: 'wx1234567890abcdef' } })
    change({ platform: 'pc' })
    expect(await wx.getSystemInfo()).toMatchObject({ platform: 'windows', errMsg: 'getSystemInfo:ok' })
  })

  it('fits the window', () => {
    const { wx } = setUpDevice()
    const { safeArea, windowHeight, windowWidth } = wx.getWindowInfo()
    expect(safeArea).toEqual({ top: 0, left: 0, right: windowWidth, bottom: windowHeight, width: windowWidth, height: windowHeight })
  })

  it('names a version only once it is released', () => {
    const { wx, change } = setUpDevice()
    expect(wx.getAccountInfoSync()).toEqual({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } })
    change({ envVersion: 'release', versionNumber: 37 })
    expect(wx.getAccountInfoSync().miniProgram).toMatchObject({ envVersion: 'release', version: '37' })
  })
})

describe('the network', () => {
  const conditions = (preset: keyof typeof CONDITIONS_PRESETS) => ({ conditions: { preset, ...CONDITIONS_PRESETS[preset], seed: 1 } })

  it('is the one that is simulated', async () => {
    const { wx, change } = setUpDevice()
    expect(await wx.getNetworkType()).toMatchObject({ networkType: 'wifi', errMsg: 'getNetworkType:ok' })
    change(conditions('2g'))
    expect(await wx.getNetworkType()).toMatchObject({ networkType: '2g', weakNet: true })
    change(conditions('offline'))
    expect(await wx.getNetworkType()).toMatchObject({ networkType: 'none', weakNet: false })
  })

  it('tells when it changes, and only then', () => {
    const { wx, change } = setUpDevice()
    const received: NetworkStatus[] = []
    const listener = (status: NetworkStatus) => void received.push(status)
    wx.onNetworkStatusChange(listener)
    change({ lib: '3.0.0' })
    change(conditions('offline'))
    change(conditions('offline'))
    change(conditions('4g'))
    wx.offNetworkStatusChange(listener)
    change(conditions('offline'))
    expect(received).toEqual([
      { isConnected: false, networkType: 'none' },
      { isConnected: true, networkType: '4g' },
    ])
  })
})

describe('the app', () => {
  it('hears when it is hidden and shown', () => {
    const { wx, hide } = setUpDevice()
    const received: string[] = []
    wx.onAppHide(() => void received.push('hide'))
    wx.onAppShow(({ scene }) => void received.push(`show ${scene}`))
    hide(true)
    hide(true)
    hide(false)
    wx.offAppHide()
    hide(true)
    expect(received).toEqual(['hide', 'show 1001'])
  })
})

describe('the storage', () => {
  it('gives back what was put in, of any kind, as a copy', async () => {
    const { wx } = setUpDevice(() => createAreaOnce)
    const value = { list: [1, 'a', null], on: true }
    await wx.setStorage({ key: 'k', data: value })
    value.list.push('later')
    expect(await wx.getStorage({ key: 'k' })).toEqual({ data: { list: [1, 'a', null], on: true }, errMsg: 'getStorage:ok' })
    wx.setStorageSync('date', new Date(5))
    expect(wx.getStorageSync('date')).toEqual(new Date(5))
    wx.setStorageSync('zero', 0)
    expect(wx.getStorageSync('zero')).toBe(0)
  })
  const createAreaOnce = createArea()

  it('has an empty text where nothing is, and a failure for those who wait', async () => {
    const { wx } = setUpDevice()
    expect(wx.getStorageSync('none')).toBe('')
    await expect(wx.getStorage({ key: 'none' })).rejects.toEqual({ errMsg: 'getStorage:fail data not found' })
  })

  it('is the mini-program’s own, and leaves the page’s keys alone', () => {
    const area = createArea()
    area.items.set('page', 'its own')
    const { wx, change } = setUpDevice(() => area)
    wx.setStorageSync('k', 1)
    change({ appid: 'wx1111111111111111' })
    expect(wx.getStorageInfoSync().keys).toEqual([])
    wx.setStorageSync('k', 2)
    wx.clearStorageSync()
    change({ appid: 'wx0000000000000000' })
    expect(wx.getStorageSync('k')).toBe(1)
    expect(wx.getStorageInfoSync()).toEqual({ keys: ['k'], currentSize: 1, limitSize: 10240 })
    wx.removeStorageSync('k')
    expect([...area.items]).toEqual([['page', 'its own']])
  })

  it('says in WeChat’s words that a value is too big, or all of them', async () => {
    const { wx } = setUpDevice()
    const most = 'x'.repeat(1024 * 1024 - 40)
    expect(() => wx.setStorageSync('k', `${most}${' '.repeat(40)}`)).toThrow('setStorageSync:fail exceed storage item max length')
    for (let nth = 0; nth < 10; nth++) wx.setStorageSync(`k${nth}`, most)
    await expect(wx.setStorage({ key: 'one more', data: 'x'.repeat(600) })).rejects.toEqual({
      errMsg: 'setStorage:fail exceed storage max size 10Mb',
    })
    wx.setStorageSync('k0', most)
  })

  it('takes a browser that is full for a full storage', () => {
    const area = createArea()
    area.room = 100
    const { wx } = setUpDevice(() => area)
    expect(() => wx.setStorageSync('k', 'x'.repeat(100))).toThrow('setStorageSync:fail exceed storage max size 10Mb')
    expect(wx.getStorageSync('k')).toBe('')
  })

  it('lives in memory where the browser blocks it', () => {
    const { wx } = setUpDevice(() => {
      throw new Error('denied')
    })
    wx.setStorageSync('k', { a: 1 })
    expect(wx.getStorageSync('k')).toEqual({ a: 1 })
    expect(wx.getStorageInfoSync().keys).toEqual(['k'])
    wx.clearStorageSync()
    expect(wx.getStorageSync('k')).toBe('')
  })

  it('wants a text for a key (ERR-5)', async () => {
    const { wx } = setUpDevice()
    expect(() => wx.getStorageSync(undefined as unknown as string)).toThrow(
      'getStorageSync:fail parameter error: parameter.key should be String instead of Undefined;',
    )
    await expect(wx.setStorage({ key: 1 as unknown as string, data: 1 })).rejects.toMatchObject({
      errMsg: 'setStorage:fail parameter error: parameter.key should be String instead of Number;',
    })
    const circle: { self?: object } = {}
    circle.self = circle
    expect(() => wx.setStorageSync('k', circle)).toThrow('setStorageSync:fail Converting circular structure')
  })
})

describe('a call', () => {
  it('gives a Promise only when nobody else listens, and never calls back before it returned', async () => {
    const { wx } = setUpDevice()
    const received: string[] = []
    const returned = wx.getNetworkType({
      success: () => void received.push('success'),
      complete: () => void received.push('complete'),
    })
    expect(returned).toBeUndefined()
    expect(received).toEqual([])
    await wx.getNetworkType()
    expect(received).toEqual(['success', 'complete'])
  })

  it('turns bytes into base64 and back', () => {
    const { wx } = setUpDevice()
    const bytes = Uint8Array.from({ length: 100_000 }, (_, nth) => nth)
    expect(new Uint8Array(wx.base64ToArrayBuffer(wx.arrayBufferToBase64(bytes.buffer)))).toEqual(bytes)
  })
})
