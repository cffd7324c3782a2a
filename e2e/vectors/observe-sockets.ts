import type { SocketTask } from '../../src/contract/wx/wx-socket.ts'
import type { ObservedSockets, ReceivedBySocket } from './observed-sockets.ts'
import { LONGEST_RUN, passTime } from './pass-time.ts'
import type { Stage } from './stage.ts'
import { stepOptions } from './step-options.ts'
import { decodeValue, type Step, type Vector } from './vector.ts'

type Result = Record<string, unknown>

const TASK_LISTENERS = new Set(['onOpen', 'onMessage', 'onError', 'onClose'])

/** ms that may pass after the last step, for what the server still says. */
const AFTERWARDS = 2000

/** Plays the steps of a vector about sockets, and hears what the server still says afterwards. */
export async function observeSockets(vector: Vector, stage: Stage): Promise<ObservedSockets> {
  const { clock, console, sockets: seen, wx } = stage
  const sockets: ReceivedBySocket[] = []
  const events: string[] = []
  /** Where the events of the last socket begin. */
  let sinceCall = 0
  const opened: Result[] = []
  const globalOpened: Result[] = []
  const messages: unknown[] = []
  const closed: Result[] = []
  const small: ObservedSockets['small'] = []
  const readyStates: number[] = []
  const wantsPromise = vector.expect['returnsPromise'] === true

  const task = (index = -1) => sockets.at(index)?.returned as SocketTask | undefined
  const noteState = () => {
    const state = task()?.readyState
    if (state !== undefined && readyStates.at(-1) !== state) readyStates.push(state)
  }

  /** A callback is an event where the vector is about its call. */
  const note = (api: string, name: string) => {
    if (vector.api === api || vector.api.startsWith('on')) events.push(name)
  }

  const connect = (option: Result) => {
    const callbacks: string[] = []
    const ran = (name: string) => (result: unknown) => {
      callbacks.push(name)
      note('connectSocket', name)
      socket.result ??= result as Result
    }
    const socket: { -readonly [Key in keyof ReceivedBySocket]: ReceivedBySocket[Key] } = {
      returned: undefined,
      calledAt: clock.now(),
      callbacks,
      sync: [],
    }
    sockets.push(socket)
    socket.returned = wx.connectSocket({ ...option, success: ran('success'), fail: ran('fail'), complete: ran('complete') } as never)
    socket.sync = [...callbacks]
    const made = socket.returned as SocketTask | undefined
    noteState()
    made?.onOpen((result) => {
      events.push('open')
      opened.push({ ...result })
      noteState()
    })
    made?.onMessage(({ data }) => {
      events.push('message')
      messages.push(data)
    })
    made?.onError((result) => {
      events.push('error')
      socket.error = { ...result }
      socket.errorAt ??= clock.now()
    })
    made?.onClose((result) => {
      events.push('close')
      closed.push({ ...result })
      noteState()
    })
  }

  const makeSmall = (name: string, call: (option: Result | undefined) => unknown, option: Result) => {
    const callbacks: string[] = []
    const entry: ObservedSockets['small'][number] = { name, returned: undefined, callbacks }
    const ran = (callback: string) => {
      callbacks.push(callback)
      note(name, callback)
    }
    const settle = (failed: boolean) => (result: unknown) => {
      ran(failed ? 'fail' : 'success')
      entry.failed = failed
      entry.result = result as Result
    }
    const given = wantsPromise ? option : { ...option, success: settle(false), fail: settle(true), complete: () => ran('complete') }
    const returned = call(Object.keys(given).length > 0 ? given : undefined)
    Object.assign(entry, { returned })
    if (returned instanceof Promise) returned.then(settle(false), settle(true))
    small.push(entry)
  }

  const listenGlobally = (method: string, listener = '') => {
    const name = method.slice('onSocket'.length).toLowerCase()
    const onResult = (result: Result) => {
      events.push(`global:${name}${listener && `:${listener}`}`)
      if (name === 'open') globalOpened.push({ ...result })
    }
    ;(wx as unknown as Record<string, (listener: (result: Result) => void) => void>)[method]?.(onResult)
  }
  /** Without a name, it is the listener that every socket here has. */
  const listenOn = (target: SocketTask | undefined, method: string, listener: string | undefined) => {
    if (listener === undefined) return
    const name = method.slice('on'.length).toLowerCase()
    const add = (target as unknown as Record<string, (listener: () => void) => void> | undefined)?.[method]
    if (!add) throw new Error(`there is no task with ${method}`)
    add(() => void events.push(`${name}:${listener}`))
  }

  const perform = async (step: Step & Result) => {
    const method = step.call?.replace(/^(wx|task|SocketTask)\./, '')
    if (step.server !== undefined) stage.serve(step.server)
    const option = decodeValue(stepOptions(step)) as Result
    if (method === 'connectSocket') {
      const { repeat = 1, ...given } = decodeValue({ ...(vector.api === 'connectSocket' && vector.options), ...option }) as Result & {
        repeat?: number
      }
      sinceCall = events.length
      for (let left = step.times ?? repeat; left > 0; left--) connect(given)
    } else if (method === 'send' || method === 'close') {
      const target = task(step.index)
      if (!target) throw new Error(`there is no task to ${method}`)
      makeSmall(method, (given) => target[method](given as never), option)
    } else if (method === 'sendSocketMessage' || method === 'closeSocket') {
      makeSmall(
        method,
        (given) => wx[method](given as never),
        decodeValue({ ...(vector.api === method && vector.options), ...option }) as Result,
      )
    } else if (method?.startsWith('onSocket')) listenGlobally(method, step.listener)
    else if (method && TASK_LISTENERS.has(method)) listenOn(task(step.index), method, step.listener)
    else if (method) throw new Error(`this runner does not know the call ${step.call}`)
    if (method) noteState()
    await passTime(step, stage, (event) => [event, `global:${event}`].some((name) => events.includes(name, sinceCall)))
  }

  for (const step of (vector.steps ?? [{ call: vector.api }]) as readonly (Step & Result)[]) await perform(step)
  const decided = () => sockets.every(({ returned }) => returned === undefined || (returned as SocketTask).readyState !== 0)
  await clock.runUntil(decided, LONGEST_RUN)
  await clock.runUntil(() => false, AFTERWARDS)
  return { api: vector.api, sockets, seen, events, opened, globalOpened, messages, closed, small, readyStates, console }
}
