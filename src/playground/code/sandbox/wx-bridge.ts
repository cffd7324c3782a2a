import type { Wx } from '../../../contract/wx/wx.ts'
import type { FunctionPlace, Invocation, ToProgram } from './messages.ts'
import { type Gives, type ObjectKind, PROGRAM_API } from './program-api.ts'

/** A function of the program that is about to run. */
export interface Callback {
  /** The call that it was given to. */
  readonly invocation: Invocation
  /** The option that holds it, else the method that took it. */
  readonly name: string
  readonly isOption: boolean
}

export interface WxBridgeOptions {
  readonly wx: Wx
  post(message: ToProgram): void
  /** A call is made now, and has been made when it returns. */
  onInvoke(invocation: Invocation, make: () => void): void
  onCallback(callback: Callback): void
}

export interface WxBridge {
  invoke(message: Invocation): void
  /** The program has run a function. */
  ran(call: number): void
  /** How many functions and Promises of the program are under way. */
  readonly unanswered: number
  /** Aborts what the program has started. Nothing is called after it. */
  end(): void
}

type Callable = (...given: unknown[]) => unknown

/** Makes the calls of a program on the real `wx`. What comes from the program is checked: it can call what PROGRAM_API names and nothing else. */
export function createWxBridge({ wx, post, onInvoke, onCallback }: WxBridgeOptions): WxBridge {
  const objects = new Map<number, { readonly kind: 'wx' | ObjectKind; readonly object: object }>([[0, { kind: 'wx', object: wx }]])
  const functions = new Map<number, Callable>()
  const running = new Set<number>()
  let promises = 0
  let lastCall = 0
  let ended = false

  /** The same function for the same number, since an `off…` looks for it. */
  const functionFor = (invocation: Invocation, { id, option }: FunctionPlace): Callable => {
    const known = functions.get(id)
    if (known) return known
    const callback: Callback = { invocation, name: option ?? invocation.method, isOption: option !== undefined }
    const made: Callable = (...given) => {
      if (ended) return
      lastCall += 1
      running.add(lastCall)
      onCallback(callback)
      post({ type: 'call', call: lastCall, functionId: id, given: given.map(toSendable) })
    }
    functions.set(id, made)
    return made
  }

  const settle = (id: number, failed: boolean, value: unknown) => {
    if (ended) return
    lastCall += 1
    running.add(lastCall)
    post({ type: 'settled', call: lastCall, id, failed, value: toSendable(value) })
  }

  return {
    invoke(invocation) {
      const { given, id, method, target } = invocation
      const found = objects.get(target)
      if (ended || !found) return
      const api: Readonly<Record<string, Gives>> = PROGRAM_API[found.kind]
      const gives = Object.hasOwn(api, method) ? api[method] : undefined
      const act = (found.object as Readonly<Record<string, unknown>>)[method]
      if (!gives || typeof act !== 'function') return
      const args = given.map((argument) => (isPlain(argument) ? { ...argument } : argument))
      for (const place of invocation.functions) {
        const own = functionFor(invocation, place)
        const argument = args[place.argument]
        if (place.option === undefined) args[place.argument] = own
        else if (isPlain(argument)) Object.defineProperty(argument, place.option, { value: own, enumerable: true })
      }
      onInvoke(invocation, () => {
        try {
          const result: unknown = act.apply(found.object, args)
          if (gives !== 'nothing' && gives !== 'promise' && gives !== 'listener') {
            if (typeof result === 'object' && result !== null) objects.set(id, { kind: gives, object: result })
          } else if (result instanceof Promise) {
            promises += 1
            const settled = (failed: boolean) => (value: unknown) => {
              promises -= 1
              settle(id, failed, value)
            }
            result.then(settled(false), settled(true))
          }
        } catch (thrown) {
          settle(id, true, thrown)
        }
      })
    },
    ran: (call) => running.delete(call),
    get unanswered() {
      return running.size + promises
    },
    end() {
      ended = true
      for (const { object } of objects.values()) {
        if ('abort' in object && typeof object.abort === 'function') object.abort()
        else if (object !== wx && 'close' in object && typeof object.close === 'function') object.close()
      }
      objects.clear()
    },
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ArrayBuffer) && !ArrayBuffer.isView(value)

/** What a message can carry of it: what has methods, such as the stats of a file, loses them. */
function toSendable(value: unknown): unknown {
  if (value instanceof Error) return { errMsg: value.message }
  try {
    return structuredClone(value)
  } catch {
    return JSON.parse(JSON.stringify(value))
  }
}
