import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { isEnd } from '../../contract/event/event-traits.ts'
import { streamFaults } from '../../testing/set-up-shim.ts'
import { setUpSockets, WS } from '../../testing/set-up-sockets.ts'

const ms = fc.constantFrom(0, 1, 20, 6000)
const nth = fc.nat(2)
type Step =
  | { readonly kind: 'connect'; readonly timeout: number; readonly listed: boolean }
  | { readonly kind: 'open' | 'refuse' | 'say' | 'end' | 'break' | 'send' | 'close' | 'panel-close'; readonly nth: number }
  | { readonly kind: 'global-send' | 'global-close' }
  | { readonly kind: 'hide'; readonly hidden: boolean }
  | { readonly kind: 'wait'; readonly for: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('connect' as const),
      timeout: fc.constantFrom(1, 5000),
      listed: fc.constantFrom(true, true, true, false),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constantFrom('open', 'open', 'refuse', 'say', 'say', 'end', 'break', 'send', 'close', 'panel-close'),
      nth,
    }) as fc.Arbitrary<Step>,
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('global-send' as const, 'global-close' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hide' as const), hidden: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), for: ms }) },
)
const session = fc.record({
  polite: fc.boolean(),
  platform: fc.constantFrom('android' as const, 'devtools' as const),
  lib: fc.constantFrom('3.17.0', '3.17.0', '1.6.0'),
  /** What listeners do: close, send, connect again, or throw. */
  reacts: fc.subarray(['close in open', 'close in message', 'send in message', 'send in close', 'connect in close', 'throw']),
  steps: fc.array(step, { minLength: 2, maxLength: 25 }),
})

/** What an app may hear of one socket, as a pattern over the first letters of what it hears. */
const LEGAL = /^(sc)?(om*)?e?c?$/

it('keeps the order of a socket, whatever is opened, sent, closed, broken, hidden or shown when, and calls nobody after the end', async () => {
  await fc.assert(
    fc.asyncProperty(session, async ({ polite, platform, lib, reacts, steps }) => {
      const { clock, environment, events, servers, shim, wx } = setUpSockets({
        settings: { platform, lib, urlCheck: true, domains: { socket: ['wss://ws.example.com'] } },
        script: { polite },
      })
      const apps: { received: string; task: ReturnType<typeof wx.connectSocket>; ended: boolean }[] = []
      const global: string[] = []
      // What a listener throws is the app's affair and fails no test, so what is wrong is written down.
      const faults: string[] = []
      wx.onSocketOpen(() => void global.push('o'))
      wx.onSocketMessage(() => void global.push('m'))
      wx.onSocketClose(() => void global.push('c'))
      const react = (name: string, act: () => void) => {
        if (reacts.includes(name)) act()
        if (reacts.includes('throw')) throw new Error(name)
      }
      const connect = (timeout: number, listed: boolean) => {
        if (apps.length > 12) return
        const app: (typeof apps)[number] = { received: '', task: undefined, ended: false }
        apps.push(app)
        const note = (letter: string, state?: number) => {
          if (app.ended) faults.push(`${letter} after the end of ${app.received}`)
          if (state !== undefined && app.task?.readyState !== state) faults.push(`${letter} in the state ${app.task?.readyState}`)
          app.received += letter
        }
        app.task = wx.connectSocket({
          url: listed ? WS : 'wss://other.example.com',
          timeout,
          success: () => note('s'),
          fail: () => note('s'),
          complete: () => note('c'),
        })
        expect(app.received).toBe('')
        const { task } = app
        task?.onOpen(() => {
          note('o', 1)
          react('close in open', () => task.close())
        })
        task?.onMessage(() => {
          note('m', 1)
          react('close in message', () => task.close())
          react('send in message', () => task.send({ data: 'x' }))
        })
        task?.onError(() => note('e', 3))
        task?.onClose(() => {
          note('c', 3)
          app.ended = true
          react('send in close', () => task.send({ data: 'x' }))
          react('connect in close', () => connect(5000, true))
        })
      }

      for (const one of steps) {
        const before = apps.map((app) => app.received)
        switch (one.kind) {
          case 'connect':
            connect(one.timeout, one.listed)
            break
          case 'open':
            servers[one.nth]?.open()
            break
          case 'refuse':
            servers[one.nth]?.refuse('HTTP_500')
            break
          case 'say':
            servers[one.nth]?.emit('hello')
            break
          case 'end':
            servers[one.nth]?.end({ code: 4000 })
            break
          case 'break':
            servers[one.nth]?.end({ code: 1006, clean: false, broken: true })
            break
          case 'send':
            apps[one.nth]?.task?.send({ data: new ArrayBuffer(3) })
            break
          case 'close':
            apps[one.nth]?.task?.close({ code: 4004 })
            break
          case 'panel-close':
            shim.abort(`${clock.startedAt.toString(36)}-${one.nth + 1}`)
            break
          case 'global-send':
            void Promise.resolve(wx.sendSocketMessage({ data: 'x' })).catch(() => {})
            break
          case 'global-close':
            void Promise.resolve(wx.closeSocket()).catch(() => {})
            break
          case 'hide':
            environment.setAppHidden(one.hidden)
            break
          case 'wait':
            await clock.tick(one.for)
        }
        // RES-11: nothing that the app itself calls runs its listeners before it returns.
        if (['connect', 'send', 'close', 'global-send', 'global-close'].includes(one.kind))
          expect(apps.map((app) => app.received).slice(0, before.length)).toEqual(before)
      }
      // Whoever still connects runs into its timeout; whoever is open is closed by hand, and a server that does not answer is lost.
      for (let round = 0; round <= 14; round += 1) {
        await clock.tick(6000)
        shim.abortAll()
        for (const server of servers) server.end({ code: 1006, clean: false })
      }
      await clock.tick(0)

      expect(faults).toEqual([])
      expect(streamFaults(events)).toEqual([])
      for (const { taskId } of events.filter((event) => event.type === 'created')) {
        const stream = events.filter((event) => event.taskId === taskId)
        expect(stream.filter(isEnd).length, JSON.stringify(stream.map((event) => event.type))).toBe(1)
        // What the app sent while open reached the server, in this order and no other.
        const server = servers.find(({ outgoing }) => outgoing.taskId === taskId)
        expect(server?.received.length ?? 0).toBe(stream.filter((event) => event.type === 'message-sent').length)
      }
      for (const { received, task } of apps) if (task) expect(received).toMatch(LEGAL)
      expect(global.filter((one) => one === 'o').length).toBeLessThanOrEqual(apps.length)
    }),
    { numRuns: 1500 },
  )
}, 120_000)
