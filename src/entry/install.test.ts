import { expect, it } from 'vitest'
import { createInspector } from './inspector.ts'
import { installOn } from './install.ts'
import { createWx } from './shim.ts'

const wx = createWx({ keepFiles: false })
const handle = {}
const NETWORK = ['request', 'uploadFile', 'downloadFile']

it('makes a wx where the page has none, and takes it away again', () => {
  const page: { wx?: typeof wx; wxInspector?: object } = {}
  const undo = installOn(page, wx, handle, NETWORK)
  expect(page.wx?.request).toBe(wx.request)
  expect(page.wxInspector).toBe(handle)
  undo()
  expect('wx' in page).toBe(false)
  expect('wxInspector' in page).toBe(false)
})

it('adds to an existing wx without replacing the object, and puts its own request back', () => {
  const ownRequest = () => {}
  const existing = { login: () => 'mine', request: ownRequest }
  const page = { wx: existing }
  const undo = installOn(page, wx, handle, NETWORK)
  expect(page.wx).toBe(existing)
  expect(page.wx.login()).toBe('mine')
  expect(page.wx.request).toBe(wx.request)
  undo()
  expect(page.wx.request).toBe(ownRequest)
})

it('refuses a second installation and says what to do', () => {
  const page = {}
  installOn(page, wx, handle, NETWORK)
  expect(() => installOn(page, wx, {}, NETWORK)).toThrow(/uninstall\(\)/)
})

it('leaves alone what a wx has already, but for the calls to the network', () => {
  const own = { getSystemInfoSync: () => 'mine', env: { USER_DATA_PATH: 'mine' }, uploadFile: () => 'mine' }
  const page: { wx: typeof own & Partial<typeof wx> } = { wx: { ...own } as never }
  const undo = installOn(page, wx, handle, NETWORK)
  expect(page.wx.getSystemInfoSync).toBe(own.getSystemInfoSync)
  expect(page.wx.env).toBe(own.env)
  expect(page.wx.uploadFile).toBe(wx.uploadFile)
  expect(page.wx.getStorageSync).toBe(wx.getStorageSync)
  undo()
  expect(page.wx).toEqual(own)
})

it('leaves alone what a wx inherits', () => {
  class Host {
    canIUse() {
      return 'mine'
    }
  }
  const page = { wx: new Host() }
  installOn(page, wx, handle, NETWORK)()
  installOn(page, wx, handle, NETWORK)
  expect(page.wx.canIUse()).toBe('mine')
})

it('puts own, enumerable, configurable, writable properties there that work unbound', async () => {
  const page: { wx?: typeof wx } = {}
  const inspector = createInspector({ serviceWorker: false })
  inspector.install(page)
  const installed = page.wx!
  expect(Object.keys(installed)).toEqual(expect.arrayContaining(['request', 'getFileSystemManager', 'env', 'canIUse', 'setStorageSync']))
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(installed))) {
    expect([name, property.writable, property.enumerable, property.configurable]).toEqual([name, true, true, true])
  }
  const { canIUse, getFileSystemManager } = installed
  expect(canIUse('request.object.enableChunked')).toBe(true)
  expect(getFileSystemManager()).toBe(getFileSystemManager())
  await inspector.dispose()
})
