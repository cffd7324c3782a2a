import type { Framework } from '../contract/event/task-event.ts'
import type { FrameworkApi, FrameworkCalls, FrameworkOutcome } from '../contract/framework-call.ts'
import { InspectorError } from '../contract/inspector-error.ts'
import { PendingCall, type PendingCalls } from './pending-calls.ts'

/** What an adapter works with. */
export interface AdapterContext {
  readonly pending: PendingCalls
  readonly calls: Pick<FrameworkCalls, 'unseen'>
  /** ms on the session clock. */
  readonly now: () => number
}

/** A framework that is observed. */
export interface Adaptation {
  /** Its calls that other code has replaced, such as `uni.request`. */
  bypassed(): readonly string[]
  undo(): void
}

type Api = (...args: unknown[]) => unknown
type Options = Readonly<Record<string, unknown>>

const APIS: readonly FrameworkApi[] = ['request', 'uploadFile', 'downloadFile', 'connectSocket']
const CALLBACKS = ['success', 'fail', 'complete'] as const

/** ms. The default timeout of both frameworks. */
const USUAL_TIMEOUT = 60_000

/**
 * Lets the inspector observe the network calls of a framework (`uni`, `Taro`, or an object with some of its network calls). The framework's
 * own functions still run, so results keep their shape.
 */
export function adaptFramework(target: object, context: AdapterContext): Adaptation {
  const holder = target as Partial<Record<string, unknown>>
  const names = APIS.filter((name) => typeof holder[name] === 'function')
  if (names.length === 0) {
    throw new InspectorError('bad-option', 'adapt() takes uni, Taro, or an object with request, uploadFile, downloadFile or connectSocket.')
  }
  const framework = frameworkOf(holder)
  const replaced: Replaced[] = []
  const undo = () => {
    for (const each of replaced.splice(0)) each.undo()
  }
  for (const name of names) {
    try {
      replaced.push(replaceApi(holder, framework, name, context))
    } catch (cause) {
      undo()
      const remedy = 'The exports of a module are fixed: let the Vite plugin do it, wx-request-inspector/vite.'
      throw new InspectorError('bad-option', `${framework}.${name} cannot be replaced. ${remedy}`, { cause })
    }
  }
  return { undo, bypassed: () => replaced.filter(({ stands }) => !stands()).map(({ name }) => `${framework}.${name}`) }
}

/** A function of the framework that ours wraps. */
interface Replaced {
  readonly name: FrameworkApi
  readonly stands: () => boolean
  readonly undo: () => void
}

function replaceApi(holder: Partial<Record<string, unknown>>, framework: Framework, name: FrameworkApi, context: AdapterContext): Replaced {
  const original = holder[name] as Api
  let active = true
  const followed = followApi(original, framework, name, context)
  // The app may have kept it for later.
  const ours: Api = function (this: unknown, ...args) {
    return Reflect.apply(active ? followed : original, this, args)
  }
  holder[name] = ours
  const stands = () => holder[name] === ours
  return {
    name,
    stands,
    undo() {
      active = false
      if (stands()) holder[name] = original
    },
  }
}

/** Whether this is uni-app's object of all its APIs. */
export function isUni(value: object): boolean {
  const { addInterceptor, upx2px } = value as Partial<Record<string, unknown>>
  return typeof addInterceptor === 'function' && typeof upx2px === 'function'
}

/** Neither object names its framework: uni has a method that Taro lacks. */
function frameworkOf(holder: Partial<Record<string, unknown>>): Framework {
  return 'ENV_TYPE' in holder || 'getEnv' in holder ? 'Taro' : 'uni'
}

function followApi(original: Api, framework: Framework, api: FrameworkApi, { calls, now, pending }: AdapterContext): Api {
  return function (this: unknown, ...args: unknown[]) {
    const given = optionsOf(args)
    const call = new PendingCall({ framework, api, given, at: now(), timeout: timeoutOf(framework, api, given) })
    let returned = false
    const settle = (outcome: Omit<FrameworkOutcome, 'atOnce'>) => {
      const whole = { ...outcome, atOnce: !returned }
      if (!call.settle(whole)) return
      pending.forget(call)
      if (!call.taken) calls.unseen(call, whole)
    }
    const hasCallbacks = CALLBACKS.some((name) => typeof given[name] === 'function')
    const place = typeof args[0] === 'string' ? 1 : 0
    const passed = hasCallbacks ? args.with(place, withCallbacks(args[place] as Options, call, settle, now)) : args
    try {
      const result = pending.run(call, () => Reflect.apply(original, this, passed))
      // Neither a task nor a promise: an interceptor of uni stopped the call, without any callback.
      if (result === undefined) pending.forget(call)
      return hasCallbacks || !(result instanceof Promise) ? result : watched(result, settle)
    } catch (thrown) {
      settle({ failed: true, result: thrown })
      throw thrown
    } finally {
      returned = true
    }
  }
}

/** Taro also accepts `request(url, options)`. */
function optionsOf([first, second]: readonly unknown[]): Options {
  if (typeof first === 'string') return { ...Object(second), url: first }
  return Object(first) as Options
}

function timeoutOf(framework: Framework, api: FrameworkApi, { timeout }: Options): number {
  if (typeof timeout === 'number') return timeout
  const { __uniConfig } = globalThis as { readonly __uniConfig?: { readonly networkTimeout?: Partial<Record<FrameworkApi, number>> } }
  return (framework === 'uni' && __uniConfig?.networkTimeout?.[api]) || USUAL_TIMEOUT
}

/** The options with callbacks that record when the app's own ran. Those that the app did not give only record how the call ended. */
function withCallbacks(
  options: Options,
  call: PendingCall,
  settle: (outcome: Omit<FrameworkOutcome, 'atOnce'>) => void,
  now: () => number,
): Options {
  const noted = (name: (typeof CALLBACKS)[number]) => {
    const own = options[name]
    return function (this: unknown, ...args: unknown[]) {
      const failed = name === 'fail' || (name === 'complete' && /:fail/.test(String(Object(args[0]).errMsg)))
      settle({ failed, result: args[0] })
      if (typeof own !== 'function') return undefined
      const at = now()
      try {
        const returned = Reflect.apply(own, this, args)
        call.delivered({ callback: name, at, took: now() - at })
        return returned
      } catch (thrown) {
        call.delivered({ callback: name, at, took: now() - at, threw: String(thrown) })
        throw thrown
      }
    }
  }
  return {
    ...options,
    success: noted('success'),
    fail: noted('fail'),
    ...(typeof options['complete'] === 'function' && { complete: noted('complete') }),
  }
}

/** Observes a promise. Returns one for the app with the same outcome and the framework's own properties, so that an unhandled rejection is still reported. */
function watched(promise: Promise<unknown>, settle: (outcome: Omit<FrameworkOutcome, 'atOnce'>) => void): Promise<unknown> {
  const told = promise.then(
    (result) => {
      settle({ failed: false, result })
      return result
    },
    (thrown: unknown) => {
      settle({ failed: true, result: thrown })
      throw thrown
    },
  )
  return Object.defineProperties(told, Object.getOwnPropertyDescriptors(promise))
}
