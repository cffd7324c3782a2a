import { expect, it } from 'vitest'
import type { TaskEvent } from '../contract/event/task-event.ts'
import type { Outgoing, Transport } from '../contract/transport.ts'
import type { RequestFail, RequestSuccess } from '../contract/wx/wx.ts'
import { catchUncaught } from '../testing/catch-uncaught.ts'
import { createScriptedTransport } from '../testing/scripted-transport.ts'
import { createEnvironment, createWx } from './shim.ts'

const URL = 'https://api.example.com/a'
const settings = { urlCheck: false }
const ANSWERS: Transport = createScriptedTransport({ body: '{"a":1}' })

function call(wx: ReturnType<typeof createWx>): Promise<RequestSuccess | RequestFail> {
  return new Promise((resolve) => {
    wx.request({ url: URL, complete: resolve })
  })
}

it('goes on with all calls when whoever hears the events throws', async () => {
  const wx = createWx({
    settings,
    transport: ANSWERS,
    emit: () => {
      throw new Error('of the subscriber')
    },
  })
  let ends: readonly (RequestSuccess | RequestFail)[] = []
  const uncaught = await catchUncaught(async () => {
    // More than there are slots: each has to give its slot back.
    ends = await Promise.all(Array.from({ length: 12 }, () => call(wx)))
  })
  expect(ends.map(({ errMsg }) => errMsg)).toEqual(Array.from({ length: 12 }, () => 'request:ok'))
  expect(uncaught.length).toBeGreaterThan(12)
})

it('can be disposed of, which no copy of its methods shows', async () => {
  const wx = createWx({ settings, transport: ANSWERS })
  expect(Object.keys(wx)).not.toContain('dispose')
  expect({ ...wx }).not.toHaveProperty('dispose')
  await wx.dispose()
  await wx.dispose()
})

it('aborts what runs when it is disposed of, and from then on sends nothing', async () => {
  const sent: Outgoing[] = []
  const events: TaskEvent[] = []
  const wx = createWx({
    settings,
    transport: {
      send: async (outgoing) => {
        sent.push(outgoing)
        return { by: 'fetch', answer: new Promise(() => {}) }
      },
    },
    emit: (event) => events.push(event),
  })
  const running = call(wx)
  await Promise.resolve()
  const disposed = wx.dispose()
  expect(await running).toMatchObject({ errMsg: 'request:fail abort' })
  await disposed
  expect(await call(wx)).toMatchObject({ errMsg: 'request:fail interrupted', errno: 600003 })
  const socket = await new Promise((resolve) => {
    wx.connectSocket({ url: 'wss://api.example.com', complete: resolve })
  })
  expect(socket).toMatchObject({ errMsg: 'connectSocket:fail interrupted' })
  expect(sent).toHaveLength(1)
  expect(events.findLast((event) => event.type === 'failed')?.error).toMatchObject({ kind: 'interrupted', when: 'disposed' })
})

it('leaves an environment that others use when it is disposed of', async () => {
  const environment = createEnvironment(settings)
  let subscribed = 0
  const wx = createWx({
    settings: {
      ...environment,
      subscribe(listener) {
        subscribed += 1
        const stop = environment.subscribe(listener)
        return () => {
          subscribed -= 1
          stop()
        }
      },
    },
    transport: ANSWERS,
  })
  expect(subscribed).toBeGreaterThan(0)
  await wx.dispose()
  expect(subscribed).toBe(0)
})

it('refuses files once it is disposed of, in the words of the file layer', async () => {
  const wx = createWx({ settings, transport: ANSWERS, keepFiles: false })
  await wx.dispose()
  expect(() => wx.getFileSystemManager().readFileSync(`${wx.env.USER_DATA_PATH}/a`)).toThrow('readFileSync:fail Input/output error')
})
