import type { Json } from '../../../contract/event/json.ts'
import type { Wx } from '../../../contract/wx/wx.ts'
import type { Given, Heard } from './recording.ts'

/** The calls of `wx` that make a task. */
const CALLS = ['request', 'uploadFile', 'downloadFile', 'connectSocket']
const CALLBACKS = ['success', 'fail', 'complete']
const LISTENERS = ['onHeadersReceived', 'onChunkReceived', 'onProgressUpdate', 'onOpen', 'onMessage', 'onClose', 'onError']

type Callable = (...given: unknown[]) => unknown

/**
 * The same `wx`, which tells of every callback and listener of the app when it runs, and what it got. Nothing else changes: what the app
 * did not give is not added.
 */
export function witness(wx: Wx, tell: { given(callback: Given): void; heard(heard: Omit<Heard, 'at'>): void }): Wx {
  let calls = 0
  const follow = (call: number, name: string, given: unknown): unknown => {
    if (typeof given !== 'function') return given
    tell.given({ call, name })
    return (...got: unknown[]) => {
      tell.heard({ call, name, argument: toPlain(got[0]) })
      return (given as Callable)(...got)
    }
  }
  const followed = CALLS.map((name) => [
    name,
    (option: unknown) => {
      calls += 1
      const call = calls
      const own = typeof option === 'object' && option !== null ? { ...option } : option
      for (const callback of CALLBACKS) {
        const given = (own as Record<string, unknown> | undefined)?.[callback]
        if (given !== undefined) (own as Record<string, unknown>)[callback] = follow(call, callback, given)
      }
      const task = (wx as unknown as Record<string, Callable>)[name]?.(own)
      if (typeof task !== 'object' || task === null) return task
      const listeners = LISTENERS.flatMap((listener) => {
        const add = (task as Record<string, unknown>)[listener]
        return typeof add === 'function' ? [[listener, (given: unknown) => add.call(task, follow(call, listener, given))]] : []
      })
      return listeners.length === 0 ? task : { ...task, ...Object.fromEntries(listeners) }
    },
  ])
  return { ...wx, ...Object.fromEntries(followed) }
}

/** Plain data of what a callback got; bytes by their hex digits. */
export function toPlain(value: unknown): Json {
  if (value instanceof ArrayBuffer) {
    const hex = Array.from(new Uint8Array(value), (byte) => byte.toString(16).padStart(2, '0')).join(' ')
    return `ArrayBuffer(${value.byteLength}) ${hex}`
  }
  if (Array.isArray(value)) return value.map(toPlain)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, toPlain(each)]])))
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) return value
  return String(value)
}
