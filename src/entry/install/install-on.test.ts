import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { InspectorError } from '../../contract/inspector-error.ts'
import { createInspector } from '../inspector.ts'
import { createWx } from '../shim.ts'
import { installOn } from './install-on.ts'

const wx = createWx({ keepFiles: false })
const handle = {}
const installing = { wx, handle, replacing: ['request', 'uploadFile', 'downloadFile'] }
type Page = { wx?: Record<string, unknown>; wxInspector?: object }

/** All that can be seen of an object, the attributes of its properties too. */
const shapeOf = (value: object | undefined) =>
  value && { extensible: Object.isExtensible(value), properties: Object.getOwnPropertyDescriptors(value), order: Reflect.ownKeys(value) }

describe('installing wx', () => {
  it('makes a wx where the page has none, and takes it away again', () => {
    const page: Page = {}
    const { uninstall } = installOn(page, installing)
    expect(page.wx?.['request']).toBe(wx.request)
    expect(page.wxInspector).toBe(handle)
    uninstall()
    expect(Reflect.ownKeys(page)).toEqual([])
  })

  it('adds to an existing wx without replacing the object, and puts its own request back', () => {
    const ownRequest = () => {}
    const existing = { login: () => 'mine', request: ownRequest }
    const page = { wx: existing }
    const { uninstall } = installOn(page, installing)
    expect(page.wx).toBe(existing)
    expect(page.wx.login()).toBe('mine')
    expect(page.wx.request).toBe(wx.request)
    uninstall()
    expect(page).toEqual({ wx: { login: existing.login, request: ownRequest } })
    expect(Object.getOwnPropertyDescriptor(page, 'wx')).toEqual({ value: existing, writable: true, enumerable: true, configurable: true })
  })

  it('is refused a second time, with what to do', () => {
    const page = {}
    installOn(page, installing)
    expect(() => installOn(page, installing)).toThrow(/uninstall\(\)/)
  })

  it('leaves alone what a wx has already, but for the calls to the network', () => {
    const own = { getSystemInfoSync: () => 'mine', env: { USER_DATA_PATH: 'mine' }, uploadFile: () => 'mine' }
    const page = { wx: { ...own } as Record<string, unknown> }
    const { uninstall } = installOn(page, installing)
    expect(page.wx['getSystemInfoSync']).toBe(own.getSystemInfoSync)
    expect(page.wx['env']).toBe(own.env)
    expect(page.wx['uploadFile']).toBe(wx.uploadFile)
    expect(page.wx['getStorageSync']).toBe(wx.getStorageSync)
    uninstall()
    expect(page.wx).toEqual(own)
  })

  it('leaves alone what a wx inherits', () => {
    class Host {
      canIUse() {
        return 'mine'
      }
    }
    const page = { wx: new Host() }
    installOn(page, installing).uninstall()
    installOn(page, installing)
    expect(page.wx.canIUse()).toBe('mine')
  })

  it('leaves the calls of a wx whose calls are seen as they are', () => {
    const own = { request: () => 'mine' }
    const page = { wx: own as Record<string, unknown> }
    const { bypassed } = installOn(page, { ...installing, isFollowed: (host) => host === own })
    expect(page.wx['request']).toBe(own.request)
    expect(page.wx['getStorageSync']).toBe(wx.getStorageSync)
    expect(bypassed()).toEqual([])
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
})

describe('a wx that is assigned later', () => {
  it('gets the calls of the inspector, and is what the page finds', () => {
    const page: Page = {}
    installOn(page, installing)
    const theirs = { login: () => 'theirs', request: () => 'theirs' }
    page.wx = theirs
    expect(page.wx).toBe(theirs)
    expect(page.wx['request']).toBe(wx.request)
    expect(page.wx['login']).toBe(theirs.login)
  })

  it('stays when the inspector goes, as the page made it', () => {
    const page: Page = { wx: { first: true, request: 'first' } }
    const first = page.wx
    const { uninstall } = installOn(page, installing)
    const theirs = { request: 'theirs' }
    page.wx = theirs
    uninstall()
    expect(page).toEqual({ wx: { request: 'theirs' } })
    expect(page.wx).toBe(theirs)
    expect(first).toEqual({ first: true, request: 'first' })
  })

  it('keeps nothing of the inspector where it was copied from one that had it', () => {
    const page: Page = { wx: { login: 1, request: 'theirs' } }
    const { uninstall } = installOn(page, installing)
    page.wx = { ...page.wx, added: true }
    uninstall()
    expect(page.wx).toEqual({ login: 1, request: 'theirs', added: true })
  })

  it('may be added to: what the page put on an object of ours outlives it', () => {
    const page: Page = {}
    const { uninstall } = installOn(page, installing)
    Object.assign(page.wx!, { login: 1 })
    uninstall()
    expect(page).toEqual({ wx: { login: 1 } })
  })

  it('may be anything', () => {
    const page: { wx?: unknown } = {}
    const { bypassed, uninstall } = installOn(page, installing)
    for (const value of [undefined, null, 'wx', 7]) {
      page.wx = value
      expect(page.wx).toBe(value)
      expect(bypassed()).toEqual([])
    }
    uninstall()
    expect(page).toEqual({ wx: 7 })
  })

  it('never throws at the page that assigns it: one that is frozen is told', () => {
    const page: Page = {}
    const { bypassed } = installOn(page, installing)
    const frozen = Object.freeze({ request: () => 'theirs' })
    page.wx = frozen
    expect(page.wx).toBe(frozen)
    expect(bypassed()).toEqual(['wx.request', 'wx.uploadFile', 'wx.downloadFile'])
  })
})

describe('calls that do not lead to the inspector', () => {
  it('are named when a method is replaced, and by nothing while it is not', () => {
    const page: Page = {}
    const { bypassed, uninstall } = installOn(page, installing)
    expect(bypassed()).toEqual([])
    const theirs = () => {}
    page.wx!['request'] = theirs
    expect(bypassed()).toEqual(['wx.request'])
    uninstall()
    expect(page.wx).toEqual({ request: theirs })
  })

  it('are named when the property itself is redefined', () => {
    const page: Page = {}
    const { bypassed, uninstall } = installOn(page, installing)
    const theirs = { request() {} }
    Object.defineProperty(page, 'wx', { value: theirs, writable: true, enumerable: true, configurable: true })
    expect(bypassed()).toContain('wx.request')
    uninstall()
    expect(page.wx).toBe(theirs)
    expect(Object.keys(theirs)).toEqual(['request'])
  })
})

describe('a wx made by a getter', () => {
  it('gets the calls, and so does every other object that the getter gives', () => {
    let current: Record<string, unknown> = { request: 'one' }
    const page = Object.defineProperty({} as Page, 'wx', { get: () => current, configurable: true })
    const before = shapeOf(page)
    const { bypassed, uninstall } = installOn(page, installing)
    expect(page.wx?.['request']).toBe(wx.request)
    const other: Record<string, unknown> = { request: 'two' }
    current = other
    expect(page.wx?.['request']).toBe(wx.request)
    expect(bypassed()).toEqual([])
    uninstall()
    expect([shapeOf(page), other]).toEqual([before, { request: 'two' }])
  })

  it('is asked and told as before where it has a setter', () => {
    let stored: Record<string, unknown> | undefined
    const page = Object.defineProperty({} as Page, 'wx', {
      get: () => stored,
      set: (value) => {
        stored = value
      },
      configurable: true,
    })
    installOn(page, installing)
    expect(page.wx?.['request']).toBe(wx.request)
    const theirs = { request: 'theirs' as unknown }
    page.wx = theirs
    expect(stored).toBe(theirs)
    expect(theirs.request).toBe(wx.request)
  })

  it('stays read-only where it has none', () => {
    const host = {}
    const page = Object.defineProperty({} as Page, 'wx', { get: () => host, configurable: true })
    installOn(page, installing)
    expect(() => {
      page.wx = {}
    }).toThrow(TypeError)
  })

  it('that makes a new object each time is refused', () => {
    const page = Object.defineProperty({} as Page, 'wx', { get: () => ({}), configurable: true })
    expect(codeOf(() => installOn(page, installing))).toMatch(/cannot-install.*wx is another object each time it is read/s)
  })

  it('may not be redefinable: then the object that it gives is used', () => {
    const host: Record<string, unknown> = { request: 'mine' }
    const page = Object.defineProperty({} as Page, 'wx', { get: () => host })
    const { uninstall } = installOn(page, installing)
    expect(host['request']).toBe(wx.request)
    uninstall()
    expect(host).toEqual({ request: 'mine' })
  })
})

describe('a wx of a var, whose name cannot be redefined', () => {
  const pageWith = (value: unknown) =>
    Object.defineProperty({} as Page, 'wx', { value, writable: true, enumerable: true, configurable: false })

  it('gets the calls; another one in its place is told', () => {
    const page = pageWith({ request: 'mine' })
    const { bypassed, uninstall } = installOn(page, installing)
    expect(page.wx?.['request']).toBe(wx.request)
    page.wx = { request: 'theirs' }
    expect(bypassed()).toContain('wx.request')
    uninstall()
    expect(page.wx).toEqual({ request: 'theirs' })
  })

  it('that was never given a value gets one, and loses it again', () => {
    const page = pageWith(undefined)
    const { uninstall } = installOn(page, installing)
    expect(page.wx?.['request']).toBe(wx.request)
    uninstall()
    expect(page.wx).toBeUndefined()
  })
})

describe('a page that does not let itself be changed', () => {
  const cases: Readonly<Record<string, () => Page>> = {
    'frozen wx': () => ({ wx: Object.freeze({ request() {}, login() {} }) }),
    'sealed wx': () => ({ wx: Object.seal({ request() {}, login() {} }) }),
    'wx that takes no new members': () => ({ wx: Object.preventExtensions({ login() {} }) }),
    'fixed request': () => ({ wx: Object.defineProperty({ login() {} } as never, 'request', { value: () => 'mine' }) }),
    'fixed accessor': () => ({ wx: Object.defineProperty({} as never, 'downloadFile', { get: () => 'mine' }) }),
    'proxy that refuses': () => ({ wx: new Proxy({}, { defineProperty: () => false }) }),
    'proxy that throws': () => ({
      wx: new Proxy(
        {},
        {
          defineProperty() {
            throw new Error('no')
          },
        },
      ),
    }),
    'proxy that lies': () => ({ wx: new Proxy({ request: 1 }, { defineProperty: () => true }) }),
    'frozen page': () => Object.freeze({ wx: {} }),
    'frozen page without a wx': () => Object.freeze({}),
    'wx that is no object and cannot be assigned': () => Object.defineProperty({} as Page, 'wx', { value: 7 }),
  }

  it.each(Object.entries(cases))('is left as it was: %s', (_, make) => {
    const page = make()
    const host = page.wx
    const before = [shapeOf(page), shapeOf(Object(host))]
    const received = codeOf(() => installOn(page, installing))
    expect(received).toMatch(/^cannot-install .*Nothing was changed\. Call install\(\) before/s)
    expect([shapeOf(page), shapeOf(Object(host))]).toEqual(before)
  })

  it('is told which member stands in the way', () => {
    const page = { wx: Object.defineProperty({}, 'downloadFile', { value: 1 }) }
    expect(codeOf(() => installOn(page, installing))).toContain('wx.downloadFile of this page cannot be changed')
  })

  it('is left as it was whichever member is fixed', () => {
    const property = fc.record({
      value: fc.constant('theirs'),
      writable: fc.boolean(),
      enumerable: fc.boolean(),
      configurable: fc.boolean(),
    })
    const name = fc.constantFrom(...Object.keys(wx), 'login', 'own')
    const kind = fc.constantFrom('none', 'preventExtensions', 'seal', 'freeze')
    fc.assert(
      fc.property(fc.dictionary(name, property, { noNullPrototype: true }), kind, (properties, fixing) => {
        const host = Object.defineProperties({}, properties)
        if (fixing !== 'none') Object[fixing as 'freeze'](host)
        const page = { wx: host }
        const before = [shapeOf(page), shapeOf(host)]
        try {
          installOn(page, installing).uninstall()
        } catch (thrown) {
          expect((thrown as InspectorError).code).toBe('cannot-install')
        }
        expect([shapeOf(page), shapeOf(host)]).toEqual(before)
      }),
    )
  })
})

/** The code and the words of what was thrown. */
function codeOf(run: () => unknown): string {
  try {
    run()
  } catch (thrown) {
    if (thrown instanceof InspectorError) return `${thrown.code} ${thrown.message}`
    throw thrown
  }
  return 'nothing was thrown'
}
