import type { CodePlace, FromProgram, FunctionPlace, PrintedValue, PrintLevel, ToProgram } from './messages.ts'
import type { Gives, ObjectKind } from './program-api.ts'

/** What a program is given at its start. Plain JSON: it stands in the text of the worker. */
export interface ProgramStart {
  /** The line of the worker's text on which the program begins. */
  readonly firstLine: number
  readonly api: Readonly<Record<'wx' | ObjectKind, Readonly<Record<string, Gives>>>>
  /** What the methods of this name return. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly storage: Readonly<Record<string, unknown>>
  readonly userDataPath: string
  /** Names of `wx` that a program does not have, and what calling one says. */
  readonly missing: { readonly names: readonly string[]; readonly text: string }
  /** Globals of a worker that no mini-program has, and what calling one says, with `{name}`. */
  readonly refused: { readonly names: readonly string[]; readonly text: string }
}

/** The part of a worker that is used. */
export interface ProgramScope {
  postMessage(message: FromProgram | 'pong'): void
  addEventListener(type: string, listener: (event: never) => void): void
  setTimeout(act: () => void, after?: number): number
  setInterval(act: () => void, after?: number): number
  clearTimeout(id?: number): void
  clearInterval(id?: number): void
  console: object
}

/**
 * Runs in the worker, around the program: gives it `wx` and `console`, and tells the page what it does. Its text is sent there, so it uses
 * nothing but its parameters and what every worker has.
 */
export function runProgram(start: ProgramStart, scope: ProgramScope, program: () => Promise<void>): void {
  const MOST_PRINTED = 1000
  const MOST_ENTRIES = 100
  const MOST_TEXT = 10_000
  const DEPTH = 5

  // The program may replace any of these.
  const post = scope.postMessage.bind(scope)
  const later = scope.setTimeout.bind(scope)
  const repeat = scope.setInterval.bind(scope)
  const drop = scope.clearTimeout.bind(scope)
  const PlainError = Error
  const withPlace = (place: CodePlace | undefined) => (place ? { place } : {})

  /** The innermost line of the program in a stack. */
  const placeIn = (stack: unknown): CodePlace | undefined => {
    for (const text of String(stack).split('\n')) {
      const [, line = '', column = ''] = /:(\d+):(\d+)\)?\s*$/.exec(text) ?? []
      if (Number(line) >= start.firstLine) return { line: Number(line) - start.firstLine + 1, column: Number(column) }
    }
    return undefined
  }
  const here = () => placeIn(new PlainError().stack)

  // What it throws.
  const describeThrown = (thrown: unknown): string => {
    try {
      return thrown instanceof PlainError ? `${thrown.name}: ${thrown.message}` : print(thrown, 1).text
    } catch {
      return 'Error'
    }
  }
  const tellThrown = (thrown: unknown, place = placeIn((thrown as { readonly stack?: unknown } | null | undefined)?.stack)) =>
    post({ type: 'threw', message: describeThrown(thrown), ...withPlace(place) })
  scope.addEventListener('error', (event: ErrorEvent) => {
    event.preventDefault()
    const line = event.lineno - start.firstLine + 1
    if (event.error instanceof PlainError) tellThrown(event.error)
    else tellThrown(event.error ?? event.message, line >= 1 ? { line, column: event.colno } : undefined)
  })
  scope.addEventListener('unhandledrejection', (event: PromiseRejectionEvent) => {
    event.preventDefault()
    tellThrown(event.reason)
  })

  // What it prints.
  const cut = (text: string) => (text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text)
  const print = (value: unknown, depth: number): PrintedValue => {
    if (typeof value === 'string') return { kind: 'text', text: cut(value) }
    if (typeof value === 'number') return { kind: 'number', text: Object.is(value, -0) ? '-0' : String(value) }
    if (typeof value === 'bigint') return { kind: 'number', text: `${value}n` }
    if (typeof value === 'function') return { kind: 'function', text: `ƒ ${value.name}()` }
    if (typeof value !== 'object' || value === null) return { kind: 'literal', text: String(value) }
    if (value instanceof PlainError) return { kind: 'error', text: cut(`${value.name}: ${value.message}`) }
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
      const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
      const hex = Array.from(bytes.subarray(0, 32), (byte) => byte.toString(16).padStart(2, '0')).join(' ')
      return { kind: 'bytes', text: `ArrayBuffer(${bytes.byteLength}) ${hex}${bytes.byteLength > 32 ? ' …' : ''}` }
    }
    if (value instanceof Date) return { kind: 'literal', text: Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString() }
    if (value instanceof Promise) return { kind: 'object', text: 'Promise' }
    const isList = Array.isArray(value)
    const pairs: [string, unknown][] =
      value instanceof Map || value instanceof Set
        ? Array.from(value instanceof Map ? value : value.entries(), ([key, each]) => [String(key), each])
        : Object.keys(value).map((key) => [key, (value as Record<string, unknown>)[key]])
    const name = isList ? `(${pairs.length})` : value instanceof Map ? 'Map' : value instanceof Set ? 'Set' : ''
    const kind = isList ? 'list' : 'object'
    if (depth >= DEPTH) return { kind, text: isList ? `${name} […]` : `${name}{…}` }
    const entries = pairs.slice(0, MOST_ENTRIES).map(([key, each]): [string, PrintedValue] => [key, printSafely(each, depth + 1)])
    const most = isList ? 8 : 5
    const short = (printed: PrintedValue) => {
      if (printed.kind === 'text') return JSON.stringify(printed.text.length > 40 ? `${printed.text.slice(0, 40)}…` : printed.text)
      if (printed.kind === 'list') return `${printed.text.slice(0, printed.text.indexOf(' '))} […]`
      return printed.kind === 'object' && printed.entries ? '{…}' : printed.text
    }
    const inside = entries.slice(0, most).map(([key, each]) => (isList ? short(each) : `${key}: ${short(each)}`))
    if (pairs.length > most) inside.push('…')
    const text = isList ? `${name} [${inside.join(', ')}]` : `${name ? `${name} ` : ''}{${inside.length ? ` ${inside.join(', ')} ` : ''}}`
    return { kind, text, ...(entries.length > 0 && { entries }), ...(pairs.length > MOST_ENTRIES && { more: pairs.length - MOST_ENTRIES }) }
  }
  const printSafely = (value: unknown, depth: number): PrintedValue => {
    try {
      return print(value, depth)
    } catch {
      return { kind: 'literal', text: '(…)' }
    }
  }
  let printed = 0
  const writer =
    (level: PrintLevel) =>
    (...values: unknown[]) => {
      printed += 1
      if (printed === MOST_PRINTED + 1) post({ type: 'silenced' })
      if (printed > MOST_PRINTED) return
      const shown = values.slice(0, MOST_ENTRIES).map((value) => printSafely(value, 0))
      post({ type: 'print', level, values: shown, ...withPlace(here()) })
    }
  const log = writer('log')
  const error = writer('error')
  scope.console = {
    log,
    dir: log,
    table: log,
    info: writer('info'),
    debug: writer('debug'),
    warn: writer('warn'),
    error,
    trace: log,
    assert: (holds: unknown, ...values: unknown[]) => {
      if (!holds) error('Assertion failed:', ...values)
    },
  }

  // What may still run it.
  const timers = new Set<number>()
  let listeners = 0
  let told = 0
  const tellWaiting = () => {
    const count = timers.size + listeners
    if (count !== told) post({ type: 'waiting', count })
    told = count
  }
  const timed =
    (begin: typeof later, once: boolean) =>
    (act: unknown, after?: number, ...given: unknown[]) => {
      if (typeof act !== 'function') throw new TypeError('A timer takes a function.')
      const id = begin(() => {
        if (once) timers.delete(id)
        try {
          act(...given)
        } catch (thrown) {
          tellThrown(thrown)
        }
        tellWaiting()
      }, after)
      timers.add(id)
      tellWaiting()
      return id
    }
  const forget = (id?: number) => {
    drop(id)
    if (id !== undefined) timers.delete(id)
    tellWaiting()
  }
  Object.assign(scope, { setTimeout: timed(later, true), setInterval: timed(repeat, false), clearTimeout: forget, clearInterval: forget })

  // What it calls.
  let lastId = 0
  const functions = new Map<number, (...given: unknown[]) => unknown>()
  const idOf = new Map<unknown, number>()
  const promises = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>()
  const sockets = new Map<number, { readyState: number }>()
  const isPlain = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ArrayBuffer) && !ArrayBuffer.isView(value)
  const takeFunction = (value: (...given: unknown[]) => unknown) => {
    const known = idOf.get(value)
    if (known !== undefined) return known
    lastId += 1
    idOf.set(value, lastId)
    functions.set(lastId, value)
    return lastId
  }
  const invoke = (target: number, method: string, given: readonly unknown[]) => {
    lastId += 1
    const id = lastId
    const found: FunctionPlace[] = []
    const plain = given.map((argument, index) => {
      if (typeof argument === 'function') {
        found.push({ id: takeFunction(argument as () => void), argument: index })
        return undefined
      }
      if (!isPlain(argument)) return argument
      return Object.fromEntries(
        Object.entries(argument).flatMap(([option, value]) => {
          if (typeof value !== 'function') return [[option, value]]
          found.push({ id: takeFunction(value as () => void), argument: index, option })
          return []
        }),
      )
    })
    const message = { type: 'invoke', id, target, method, functions: found, ...withPlace(here()) } as const
    try {
      post({ ...message, given: plain })
    } catch {
      // Something that cannot leave the worker, such as a function deep inside: WeChat drops it too.
      post({ ...message, given: JSON.parse(JSON.stringify(plain)) })
    }
    return { id, hasCallback: found.some(({ option }) => option !== undefined) }
  }
  const objectOf = (kind: 'wx' | ObjectKind, target: number): Record<string, unknown> => {
    const object: Record<string, unknown> = {}
    for (const [method, gives] of Object.entries(start.api[kind])) {
      object[method] = (...given: unknown[]) => {
        const { id, hasCallback } = invoke(target, method, given)
        if (gives === 'nothing') return undefined
        if (gives === 'listener') {
          listeners += 1
          tellWaiting()
          return undefined
        }
        if (gives === 'promise') {
          return hasCallback ? undefined : new Promise((resolve, reject) => promises.set(id, { resolve, reject }))
        }
        if (gives !== 'FileSystemManager' && typeof (given[0] as { readonly url?: unknown } | undefined)?.url !== 'string') return undefined
        const task = objectOf(gives, id)
        if (gives !== 'SocketTask') return task
        const state = { readyState: 0 }
        sockets.set(id, state)
        return Object.defineProperty(Object.assign(task, { CONNECTING: 0, OPEN: 1, CLOSING: 2, CLOSED: 3 }), 'readyState', {
          enumerable: true,
          get: () => state.readyState,
        })
      }
    }
    return object
  }

  const wx = objectOf('wx', 0)
  for (const name of start.missing.names) {
    wx[name] = () => {
      throw new PlainError(start.missing.text.replace('{name}', `wx.${name}`))
    }
  }
  for (const [name, fact] of Object.entries(start.facts)) wx[name] = () => structuredClone(fact)
  wx['env'] = { USER_DATA_PATH: start.userDataPath }

  // The storage that answers at once: as the page had it at the start, and written through.
  const stored = new Map(Object.entries(start.storage))
  const { setStorage, removeStorage, clearStorage } = wx as Record<string, (option: object) => void>
  const quiet = () => {}
  Object.assign(wx, {
    getStorageSync: (key: string) => (stored.has(key) ? structuredClone(stored.get(key)) : ''),
    setStorageSync(key: string, data: unknown) {
      stored.set(key, structuredClone(data))
      setStorage?.({ key, data, complete: quiet })
    },
    removeStorageSync(key: string) {
      stored.delete(key)
      removeStorage?.({ key, complete: quiet })
    },
    clearStorageSync() {
      stored.clear()
      clearStorage?.({ complete: quiet })
    },
    arrayBufferToBase64: (buffer: ArrayBuffer) => btoa(Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('')),
    base64ToArrayBuffer: (base64: string) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer,
  })
  Object.assign(scope, { wx })
  for (const name of start.refused.names) {
    const refuse = () => {
      throw new PlainError(start.refused.text.replace('{name}', name))
    }
    Object.defineProperty(scope, name, { value: refuse, configurable: true, writable: true })
  }

  // What comes back.
  /** In a task of its own, when all that it set off at once is done. */
  const tellRan = (call: number) => later(() => post({ type: 'ran', call }), 0)
  scope.addEventListener('message', ({ data }: MessageEvent<ToProgram | 'ping'>) => {
    if (data === 'ping') post('pong')
    else if (data.type === 'call') {
      try {
        functions.get(data.functionId)?.(...data.given)
      } catch (thrown) {
        tellThrown(thrown)
      }
      tellRan(data.call)
    } else if (data.type === 'settled') {
      const promise = promises.get(data.id)
      promises.delete(data.id)
      if (data.failed) promise?.reject(data.value)
      else promise?.resolve(data.value)
      tellRan(data.call)
    } else if (data.type === 'state') {
      const socket = sockets.get(data.id)
      if (socket) socket.readyState = data.readyState
    }
  })

  post({ type: 'started' })
  later(() => post({ type: 'loaded' }), 0)
  program().catch((thrown: unknown) => tellThrown(thrown))
}
