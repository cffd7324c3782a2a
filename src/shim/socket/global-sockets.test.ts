import { expect, it } from 'vitest'
import { setUpSockets, WS } from '../../testing/set-up-sockets.ts'

it('WS-13: hears the first living socket alone, and the next one once that has ended', async () => {
  const { clock, opened, wx } = setUpSockets()
  const received: string[] = []
  wx.onSocketOpen((result) => void received.push(`open ${Object.keys(result)}`))
  wx.onSocketMessage(({ data }) => void received.push(`message ${data}`))
  wx.onSocketClose(({ code }) => void received.push(`close ${code}`))
  const first = await opened()
  const second = await opened()
  first.server.emit('one')
  second.server.emit('two')
  first.server.end({ code: 4000 })
  second.server.emit('three')
  await clock.tick(0)
  expect(received).toEqual(['open header', 'message one', 'close 4000', 'message three'])
})

it('WS-13: a later listener takes the place of an earlier one, and may be there before any socket is', async () => {
  const { clock, connect, servers, wx } = setUpSockets()
  const received: string[] = []
  wx.onSocketError(() => void received.push('old'))
  wx.onSocketError(({ errMsg }) => void received.push(errMsg))
  connect()
  await clock.tick(0)
  servers[0]?.refuse('HTTP_500')
  await clock.tick(0)
  expect(received).toEqual(['exception onOpen fail code:20, msg:Invalid HTTP status.'])
})

it('WS-10: sends on the first living socket, and fails while that one is not open', async () => {
  const { clock, connect, opened, wx } = setUpSockets()
  const received: unknown[] = []
  const send = () =>
    wx.sendSocketMessage({ data: 'x', success: (result) => received.push(result), fail: (result) => received.push(result) })
  send()
  await clock.tick(0)
  const { server } = await opened()
  connect()
  send()
  await clock.tick(0)
  expect(received).toEqual([{ errMsg: 'sendSocketMessage:fail WebSocket is not connected' }, { errMsg: 'sendSocketMessage:ok' }])
  expect(server.received).toEqual(['x'])
})

it('WS-9: closes the first living socket once it is open, and not before', async () => {
  const { clock, connect, servers, wx } = setUpSockets({ settings: { platform: 'devtools' } })
  const results: string[] = []
  const close = () =>
    wx.closeSocket({ code: 4003, success: ({ errMsg }) => void results.push(errMsg), fail: ({ errMsg }) => void results.push(errMsg) })
  const { received } = connect()
  close()
  await clock.tick(0)
  servers[0]?.open()
  await clock.tick(0)
  expect(received.at(-1)).toBe('open')
  close()
  await clock.tick(0)
  expect(results).toEqual(['closeSocket:fail WebSocket is not connected', 'closeSocket:ok'])
  expect(received.at(-1)).toBe('close 4003')
})

it('closeSocket leaves the other sockets open: they have tasks to close them with', async () => {
  const { clock, opened, wx } = setUpSockets()
  const first = await opened()
  const second = await opened()
  wx.closeSocket({ success: () => {} })
  await clock.tick(0)
  expect([first.task.readyState, second.task.readyState]).toEqual([3, 1])
})

it('on a phone there is a text of its own for nothing to close', async () => {
  const { wx } = setUpSockets()
  await expect(wx.closeSocket()).rejects.toEqual({ errMsg: 'closeSocket:fail wcwss taskID not exist' })
})

it('WS-11: gives a Promise when there is no callback, from 2.10.2 on', async () => {
  const { opened, wx } = setUpSockets()
  await opened()
  await expect(wx.sendSocketMessage({ data: 'x' })).resolves.toEqual({ errMsg: 'sendSocketMessage:ok' })
  expect(wx.sendSocketMessage({ data: 'x', complete: () => {} })).toBeUndefined()
  await expect(wx.closeSocket()).resolves.toEqual({ errMsg: 'closeSocket:ok' })
  const old = setUpSockets({ settings: { lib: '2.10.1' } })
  await old.opened({ url: WS })
  expect(old.wx.closeSocket()).toBeUndefined()
})
