import type { Page } from '@playwright/test'

/** What lives in a page besides its elements, as lines that say what and where it came from. */
export interface Living {
  readonly listeners: readonly string[]
  readonly observers: readonly string[]
  readonly workers: readonly string[]
  readonly timers: readonly string[]
  readonly databases: readonly string[]
  readonly objectUrls: readonly string[]
}

declare global {
  var listLiving: () => Promise<Living>
}

/** Counts from the first script of the page on. What the garbage collector has taken is not alive: collect before reading. */
export async function countLiving(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const place = () =>
      (new Error().stack ?? '')
        .split('\n')
        .slice(3, 6)
        .map((line) => line.trim().replace(/\(?https?:\/\/[^/]+/, '('))
        .join(' < ')

    interface Entry {
      readonly what: string
      readonly where: string
      readonly target?: WeakRef<object>
    }
    const linesOf = (entries: Iterable<Entry>) => [...entries].map(({ what, where }) => `${what} ${where}`)

    // Listeners, of whatever. Those on something that has ended have ended with it.
    const listeners = new Set<Entry>()
    const isAlive = ({ target }: Entry) => {
      const object = target?.deref()
      if (object instanceof Node) return object.isConnected
      if (object instanceof Worker) return workers.has(object)
      if (object instanceof IDBDatabase) return databases.has(object)
      return (
        object !== undefined && !(object instanceof IDBRequest) && !(object instanceof IDBTransaction) && !(object instanceof AbortSignal)
      )
    }
    const byTarget = new WeakMap<EventTarget, Map<string, WeakMap<object, Entry>>>()
    const { addEventListener, removeEventListener } = EventTarget.prototype
    const captureOf = (options: unknown) =>
      typeof options === 'object' && options !== null ? Boolean((options as AddEventListenerOptions).capture) : Boolean(options)
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const target = this ?? globalThis
      if (listener) {
        const kinds = byTarget.get(target) ?? new Map<string, WeakMap<object, Entry>>()
        byTarget.set(target, kinds)
        const key = `${type} ${captureOf(options)}`
        const known = kinds.get(key) ?? new WeakMap<object, Entry>()
        kinds.set(key, known)
        const { once, signal } = (typeof options === 'object' && options !== null ? options : {}) as AddEventListenerOptions
        if (!known.has(listener) && !signal?.aborted) {
          const entry: Entry = { what: `${type} on ${Object.prototype.toString.call(target)}`, where: place(), target: new WeakRef(target) }
          known.set(listener, entry)
          listeners.add(entry)
          const forget = () => {
            listeners.delete(entry)
            known.delete(listener)
          }
          if (signal) addEventListener.call(signal, 'abort', forget)
          if (once) addEventListener.call(target, type, forget, { once: true, capture: captureOf(options) })
        }
      }
      return addEventListener.call(target, type, listener, options)
    }
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      const target = this ?? globalThis
      if (listener) {
        const known = byTarget.get(target)?.get(`${type} ${captureOf(options)}`)
        const entry = known?.get(listener)
        if (entry) listeners.delete(entry)
        known?.delete(listener)
      }
      return removeEventListener.call(target, type, listener, options)
    }

    const observers = new Map<object, Entry>()
    for (const name of ['PerformanceObserver', 'ResizeObserver', 'IntersectionObserver', 'MutationObserver'] as const) {
      const { prototype } = globalThis[name] as { prototype: { observe(...given: unknown[]): void; disconnect(): void } }
      const { observe, disconnect } = prototype
      prototype.observe = function (...given) {
        const target = given[0] instanceof Node ? { target: new WeakRef<object>(given[0]) } : {}
        observers.set(this, { what: name, where: place(), ...target })
        observe.apply(this, given)
      }
      if ('unobserve' in prototype) {
        const { unobserve } = prototype as unknown as ResizeObserver
        ;(prototype as unknown as ResizeObserver).unobserve = function (target) {
          if (observers.get(this)?.target?.deref() === target) observers.delete(this)
          unobserve.call(this, target)
        }
      }
      prototype.disconnect = function () {
        observers.delete(this)
        disconnect.call(this)
      }
    }

    const workers = new Map<Worker, Entry>()
    const Original = Worker
    globalThis.Worker = class extends Original {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        workers.set(this, { what: 'Worker', where: place() })
      }
      override terminate() {
        workers.delete(this)
        super.terminate()
      }
    }

    const timers = new Map<unknown, Entry>()
    const { setTimeout: later, clearTimeout: forgetLater, setInterval: each, clearInterval: forgetEach } = globalThis
    globalThis.setTimeout = ((run: (...given: unknown[]) => void, after?: number, ...given: unknown[]) => {
      const id: unknown = later(() => {
        timers.delete(id)
        run(...given)
      }, after)
      timers.set(id, { what: `timeout ${after}`, where: place() })
      return id
    }) as typeof setTimeout
    globalThis.setInterval = ((run: (...given: unknown[]) => void, after?: number, ...given: unknown[]) => {
      const id: unknown = each(run, after, ...given)
      timers.set(id, { what: `interval ${after}`, where: place() })
      return id
    }) as typeof setInterval
    const clear = (id: unknown) => {
      timers.delete(id)
      forgetLater(id as number)
      forgetEach(id as number)
    }
    globalThis.clearTimeout = clear as typeof clearTimeout
    globalThis.clearInterval = clear as typeof clearInterval

    const databases = new Map<IDBDatabase, Entry>()
    const { open } = IDBFactory.prototype
    IDBFactory.prototype.open = function (...given) {
      const where = place()
      const request = open.apply(this, given)
      addEventListener.call(request, 'success', () => databases.set(request.result, { what: request.result.name, where }))
      return request
    }
    const { close } = IDBDatabase.prototype
    IDBDatabase.prototype.close = function () {
      databases.delete(this)
      close.call(this)
    }

    const objectUrls = new Map<string, Entry>()
    const { createObjectURL, revokeObjectURL } = URL
    URL.createObjectURL = (object) => {
      const url = createObjectURL(object)
      objectUrls.set(url, { what: 'object url', where: place() })
      return url
    }
    URL.revokeObjectURL = (url) => {
      objectUrls.delete(url)
      revokeObjectURL(url)
    }

    /** A worker may have revoked its own from inside. */
    const isThere = ([url]: [string, Entry]) =>
      fetch(url).then(
        () => true,
        () => false,
      )
    globalThis.listLiving = async () => {
      const urls = [...objectUrls]
      const there = await Promise.all(urls.map(isThere))
      return {
        listeners: linesOf([...listeners].filter(isAlive)),
        observers: linesOf([...observers.values()].filter(({ target }) => !target || (target.deref() as Node | undefined)?.isConnected)),
        workers: linesOf(workers.values()),
        timers: linesOf(timers.values()),
        databases: linesOf(databases.values()),
        objectUrls: linesOf(urls.filter((_, nth) => there[nth]).map(([, entry]) => entry)),
      }
    }
  })
}

async function collectGarbage(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.enable')
  // What holds each other across the script engine and the document goes in steps.
  for (let times = 0; times < 4; times++) {
    await session.send('HeapProfiler.collectGarbage')
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  }
  await session.detach()
}

/** What is alive once the garbage is collected. */
export async function readLiving(page: Page): Promise<Living> {
  await collectGarbage(page)
  return page.evaluate(() => globalThis.listLiving())
}

/** Elements that the heap still holds although they are in no document: each as its tag and class. */
export async function findDetached(page: Page): Promise<string[]> {
  await collectGarbage(page)
  const session = await page.context().newCDPSession(page)
  const { result: prototype } = await session.send('Runtime.evaluate', { expression: 'Element.prototype' })
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId as string })
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId as string,
    // Those that are only prototypes refuse to be asked.
    functionDeclaration: `function () {
      const isDetached = (element) => { try { return !element.isConnected } catch { return false } }
      return this.filter(isDetached).map((element) => element.outerHTML.slice(0, 200))
    }`,
    returnByValue: true,
  })
  await session.detach()
  return result.value as string[]
}
