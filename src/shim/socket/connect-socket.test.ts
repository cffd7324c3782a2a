import { expect, it } from 'vitest'
import { mayFollow } from '../../contract/event/task-event.ts'
import { eventOf, streamFaults, typesOf } from '../../testing/set-up-shim.ts'
import { setUpSockets, WS } from '../../testing/set-up-sockets.ts'

it('WS-2: says that the call was taken before the handshake is even begun', async () => {
  const { clock, connect, servers } = setUpSockets()
  const { atOnce, received } = connect()
  expect(atOnce).toEqual([])
  await clock.tick(0)
  expect(received).toEqual(['success connectSocket:ok', 'complete connectSocket:ok'])
  servers[0]?.refuse('HTTP_404')
  await clock.tick(0)
  expect(received.slice(2)).toEqual(['error exception onOpen fail code:20, msg:Invalid HTTP status.', 'close 1006 abnormal closure'])
})

it('WS-2: the tool adds the number of the task', async () => {
  const { clock, connect } = setUpSockets({ settings: { platform: 'devtools' } })
  const results: unknown[] = []
  connect({ url: WS, success: (result: unknown) => results.push(result) })
  connect({ url: WS, success: (result: unknown) => results.push(result) })
  await clock.tick(0)
  expect(results).toEqual([
    { errMsg: 'connectSocket:ok', socketTaskId: 1 },
    { errMsg: 'connectSocket:ok', socketTaskId: 2 },
  ])
})

it.each([
  [undefined, 'connectSocket:fail parameter error: parameter should be Object instead of Undefined;'],
  [{}, 'connectSocket:fail parameter error: parameter.url should be String instead of Undefined;'],
  [
    { url: 5, protocols: 'a' },
    'connectSocket:fail parameter error: parameter.url should be String instead of Number;parameter.protocols should be Array instead of String;',
  ],
  [{ url: 'https://ws.example.com' }, 'connectSocket:fail invalid url "https://ws.example.com"'],
  [{ url: '' }, 'connectSocket:fail invalid url ""'],
  [{ url: 'wss://' }, 'connectSocket:fail invalid url "wss://"'],
])('WS-2: gives no task for %j, and fails at once', (option, errMsg) => {
  const { connect, events } = setUpSockets()
  const { atOnce, task } = connect(option)
  expect(task).toBeUndefined()
  expect(atOnce).toEqual(option === undefined ? [] : [`fail ${errMsg}`, `complete ${errMsg}`])
  expect(eventOf(events, 'failed').error).toMatchObject({ errMsg })
  expect(streamFaults(events)).toEqual([])
})

it('WS-3, WS-18: the handshake carries the sub-protocols, an Origin and the Referer, and no content-type', async () => {
  const { clock, connect, servers } = setUpSockets()
  connect({
    url: `${WS}?a=1#hash`,
    protocols: ['chat', 'v2'],
    header: { 'X-N': 5, 'X-O': {}, referer: 'x', 'Sec-WebSocket-Key': 'mine', Host: 'x' },
  })
  await clock.tick(0)
  const { outgoing } = servers[0] ?? {}
  expect(outgoing?.url).toBe(`${WS}?a=1`)
  const header = Object.fromEntries(outgoing?.header ?? [])
  expect(header).toMatchObject({
    'X-N': '5',
    'X-O': '[object Object]',
    Origin: 'https://servicewechat.com',
    Referer: expect.stringContaining('https://servicewechat.com/'),
    'Sec-WebSocket-Protocol': 'chat, v2',
  })
  expect(Object.keys(header).map((name) => name.toLowerCase())).not.toEqual(expect.arrayContaining(['content-type']))
  expect(header).not.toHaveProperty('Sec-WebSocket-Key')
  expect(header).not.toHaveProperty('Host')
})

it('tells what of the header was dropped, and warns of a header that is none', () => {
  const { connect, events, written } = setUpSockets({ settings: { platform: 'devtools' } })
  connect({ url: WS, header: { Referer: 'x', 'Sec-WebSocket-Key': 'mine' } })
  connect({ url: WS, header: 'x' })
  expect(eventOf(events, 'created').sent?.dropped).toEqual([
    { name: 'Referer', value: 'x', why: 'referer' },
    { name: 'Sec-WebSocket-Key', value: 'mine', why: 'forbidden' },
  ])
  expect(written).toContain('wx.connectSocket: header must be an object')
})

it('REQ-22: protocols have no effect before 1.4.0', async () => {
  const { clock, connect, servers } = setUpSockets({ settings: { lib: '1.3.0' } })
  connect({ url: WS, protocols: ['chat'] })
  await clock.tick(0)
  expect(servers[0]?.outgoing.protocols).toEqual([])
})

it('WS-4, PROF-5: onOpen gets the header and a profile of eight keys, and the tool leaves the profile out', async () => {
  for (const [platform, keys] of [
    ['android', ['header', 'profile']],
    ['devtools', ['header']],
  ] as const) {
    const { clock, servers, wx } = setUpSockets({ settings: { platform } })
    const opened: { header: object; profile?: object }[] = []
    wx.connectSocket({ url: WS })?.onOpen((result) => opened.push(result))
    await clock.tick(30)
    servers[0]?.open({ header: { 'X-A': '1' } })
    await clock.tick(0)
    expect(Object.keys(opened[0] ?? {})).toEqual(keys)
    expect(opened[0]?.header).toEqual({ 'X-A': '1' })
    if (opened[0]?.profile) {
      expect(Object.keys(opened[0].profile).sort()).toEqual(
        ['connectEnd', 'connectStart', 'cost', 'domainLookUpEnd', 'domainLookUpStart', 'fetchStart', 'handshakeCost', 'rtt'].sort(),
      )
      expect(opened[0].profile).toMatchObject({ fetchStart: clock.startedAt, cost: 30, rtt: 0 })
    }
  }
})

it('WS-5: messages are strings or ArrayBuffers of this realm, to every listener in order, the same function once', async () => {
  const { clock, events, opened } = setUpSockets()
  const { received, server, task } = await opened()
  const second = ({ data }: { data: unknown }) => void received.push(`second ${data instanceof ArrayBuffer}`)
  task.onMessage(second)
  task.onMessage(second)
  server.emit('hi')
  server.emit(new Uint8Array([1, 2, 255]))
  await clock.tick(0)
  expect(received.slice(3)).toEqual(['message hi', 'second false', 'message 1,2,255', 'second true'])
  expect(events.filter((event) => event.type === 'message-received')).toMatchObject([
    { form: 'text', body: { kind: 'text', text: 'hi', size: 2 }, listeners: [{ listener: 'onMessage' }, { listener: 'onMessage' }] },
    { form: 'binary', body: { kind: 'base64', base64: 'AQL/', size: 3 } },
  ])
})

it('a listener that is added after its event does not get it', async () => {
  const { clock, opened } = setUpSockets()
  const { received, task } = await opened()
  task.onOpen(() => void received.push('late'))
  await clock.tick(10)
  expect(received).not.toContain('late')
})

it('a binary message that was sent is what it was then, whatever the app does with its buffer', async () => {
  const { opened } = setUpSockets()
  const { server, task } = await opened()
  const bytes = new Uint8Array([1, 2])
  task.send({ data: bytes.buffer })
  bytes[0] = 9
  expect(server.received).toEqual([new Uint8Array([1, 2])])
})

it('WS-6: send before the socket is open, and after it was closed, fails and keeps nothing for later', async () => {
  const { clock, connect, events, servers } = setUpSockets()
  const { received, task } = connect()
  const fail = ({ errMsg }: { errMsg: string }) => void received.push(`send ${errMsg}`)
  task?.send({ data: 'early', fail })
  await clock.tick(0)
  servers[0]?.open()
  await clock.tick(0)
  servers[0]?.end()
  task?.send({ data: 'late', fail, complete: ({ errMsg }) => void received.push(`complete ${errMsg}`) })
  await clock.tick(0)
  const text = 'send SocketTask.send:fail SocketTask.readyState is not OPEN'
  expect(received.filter((line) => line.startsWith('send'))).toEqual([text, text])
  expect(received.at(-1)).toContain('complete ')
  expect(servers[0]?.received).toEqual([])
  expect(events.filter((event) => event.type === 'message-refused')).toMatchObject([
    { body: { text: 'early' } },
    { body: { text: 'late' } },
  ])
  expect(streamFaults(events)).toEqual([])
})

it.each([
  [new Uint8Array(2), 'Uint8Array'],
  [5, 'Number'],
  [undefined, 'Undefined'],
  [{}, 'Object'],
])('WS-15: send takes strings and ArrayBuffers, not %o', async (data, word) => {
  const { clock, opened } = setUpSockets()
  const { received, server, task } = await opened()
  task.send({ data, fail: ({ errMsg }: { errMsg: string }) => void received.push(errMsg) } as never)
  await clock.tick(0)
  expect(received.at(-1)).toBe(`SocketTask.send:fail parameter error: parameter.data should be String or ArrayBuffer instead of ${word};`)
  expect(server.received).toEqual([])
})

it('send calls back after it returned, with sendSocketMessage:ok', async () => {
  const { clock, opened } = setUpSockets()
  const { received, task } = await opened()
  const returned = task.send({ data: 'x', success: ({ errMsg }) => void received.push(errMsg) })
  expect(returned).toBeUndefined()
  expect(received.at(-1)).toBe('open')
  await clock.tick(0)
  expect(received.at(-1)).toBe('sendSocketMessage:ok')
})

it.each([
  ['android', 'close 1000 normal closure'],
  ['devtools', 'close 1000'],
] as const)('WS-7: on %s a close without arguments comes back as %s', async (platform, line) => {
  const { clock, events, opened } = setUpSockets({ settings: { platform } })
  const { received, server, task } = await opened()
  task.close()
  expect(task.readyState).toBe(2)
  await clock.tick(0)
  expect(server.clientClose).toEqual({ code: 1000, reason: '' })
  expect(received.at(-1)).toBe(line)
  expect(task.readyState).toBe(3)
  expect(eventOf(events, 'closed')).toMatchObject({ by: 'app', code: 1000 })
})

it('WS-7: code and reason go to the server, and a code that is no number counts as none', async () => {
  const { opened } = setUpSockets()
  const first = await opened()
  first.task.close({ code: 4001, reason: 'bye' })
  expect(first.server.clientClose).toEqual({ code: 4001, reason: 'bye' })
  const second = await opened()
  second.task.close({ code: '4001', reason: 5 } as never)
  expect(second.server.clientClose).toEqual({ code: 1000, reason: '' })
})

it.each([
  [{ code: 1001 }, 'The code must be'],
  [{ code: 999 }, 'The code must be'],
  [{ code: 3000.5 }, 'The code must be'],
  [{ reason: '中'.repeat(42) }, 'The reason must not be longer'],
])('WS-7, WS-16: a close with %j fails and changes nothing', async (option, text) => {
  const { clock, opened } = setUpSockets()
  const { received, server, task } = await opened()
  task.close({ ...option, fail: ({ errMsg }) => void received.push(errMsg) })
  await clock.tick(0)
  expect(received.at(-1)).toContain(`SocketTask.close:fail ${text}`)
  expect(server.clientClose).toBeUndefined()
  task.close({ reason: '中'.repeat(41) })
  expect(server.clientClose).toBeDefined()
})

it('close of a closed socket calls fail', async () => {
  const { clock, opened } = setUpSockets()
  const { received, server, task } = await opened()
  server.end()
  task.close({ success: () => void received.push('closed again'), fail: () => void received.push('cannot') })
  await clock.tick(0)
  expect(received.at(-1)).toBe('cannot')
})

it('what the server still says while the app closes is not delivered', async () => {
  const { clock, events, opened } = setUpSockets({ script: { polite: false } })
  const { received, server, task } = await opened()
  task.close()
  server.emit('too late')
  server.end()
  server.emit('far too late')
  await clock.tick(0)
  expect(received.filter((line) => line.startsWith('message'))).toEqual([])
  expect(received.filter((line) => line.startsWith('close'))).toHaveLength(1)
  expect(streamFaults(events)).toEqual([])
})

it('the server closes, and the connection breaks: each is told apart', async () => {
  const { clock, events, opened } = setUpSockets()
  const closed = await opened()
  closed.server.end({ code: 4000, reason: 'enough' })
  const lost = await opened()
  lost.server.end({ code: 1006, clean: false })
  const broken = await opened()
  broken.server.end({ code: 1006, clean: false, broken: true })
  await clock.tick(0)
  expect(closed.received.at(-1)).toBe('close 4000 enough')
  expect(lost.received.slice(-2)).toEqual(['open', 'close 1006 abnormal closure'])
  expect(broken.received.slice(-2)).toEqual(['error Underlying Transport Error', 'close 1006 abnormal closure'])
  expect(events.flatMap((event) => (event.type === 'closed' ? [event.by] : []))).toEqual(['server', 'network', 'network'])
})

it('close before the socket is open gives the handshake up, and says so once', async () => {
  const { clock, connect, events, servers } = setUpSockets()
  const { received, task } = connect()
  task?.close({ code: 4002, reason: 'changed my mind', success: ({ errMsg }) => void received.push(errMsg) })
  expect(received).toEqual([])
  await clock.tick(0)
  expect(received.filter((line) => line !== 'closeSocket:ok')).toEqual([
    'success connectSocket:ok',
    'complete connectSocket:ok',
    'close 4002 changed my mind',
  ])
  expect(servers).toHaveLength(0)
  expect(streamFaults(events)).toEqual([])
})

it('a handshake that is under way is called off by close, and a late answer is hung up on', async () => {
  const { clock, connect, events, servers } = setUpSockets()
  const { received, task } = connect()
  await clock.tick(0)
  task?.close()
  await clock.tick(0)
  expect(servers[0]?.job.signal.aborted).toBe(true)
  servers[0]?.open()
  await clock.tick(0)
  expect(received.at(-1)).toBe('close 1000 normal closure')
  expect(typesOf(events)).not.toContain('opened')
})

it('WS-17: a handshake that takes too long fails after the timeout of the call, of app.json, or a minute', async () => {
  for (const [option, settings, after] of [
    [{ timeout: 300 }, { networkTimeout: { connectSocket: 500 } }, 300],
    [{}, { networkTimeout: { connectSocket: 500 } }, 500],
    [{}, {}, 60_000],
  ] as const) {
    const { clock, connect, events } = setUpSockets({ settings })
    const { received } = connect({ url: WS, ...option })
    await clock.tick(after - 1)
    expect(received).toHaveLength(2)
    await clock.tick(1)
    expect(received.slice(2)).toEqual(['error exception onOpen fail code:9, msg:Timer Expired', 'close 1006 abnormal closure'])
    expect(eventOf(events, 'failed').error).toMatchObject({ kind: 'timed-out', after })
  }
})

it('the timeout has no say once the socket is open', async () => {
  const { clock, opened } = setUpSockets()
  const { received } = await opened({ timeout: 100 })
  await clock.tick(100_000)
  expect(received.at(-1)).toBe('open')
})

it.each([
  ['android', 'ERR_CONNECTION_REFUSED', 'exception onOpen fail code:2, msg:Underlying Transport Error'],
  ['ios', 'ERR_CERT_DATE_INVALID', 'exception onOpen fail code:8, msg:TLS handshake failed'],
  ['devtools', 'ERR_CONNECTION_REFUSED', '未完成的操作'],
] as const)('WS-8: on %s a handshake that ends in %s says %s', async (platform, failure, text) => {
  const { clock, connect, servers } = setUpSockets({ settings: { platform } })
  const { received } = connect()
  await clock.tick(0)
  servers[0]?.refuse(failure)
  await clock.tick(0)
  expect(received.slice(2).map((line) => line.trim())).toEqual([
    `error ${text}`,
    platform === 'devtools' ? 'close 1006' : 'close 1006 abnormal closure',
  ])
})

it('nobody takes the socket', async () => {
  const { clock, connect, events } = setUpSockets({ script: { declines: true } })
  connect()
  await clock.tick(0)
  expect(eventOf(events, 'failed').error).toMatchObject({ kind: 'network', hint: 'no-rule' })
})

it('LIM-3: the sixth socket fails at once, and a closed one frees its place, also inside onClose', async () => {
  const { clock, connect, opened, servers } = setUpSockets()
  const five = [await opened(), await opened(), await opened(), await opened(), await opened()]
  const sixth = connect()
  await clock.tick(0)
  expect(sixth.task).toBeDefined()
  expect(sixth.received).toEqual([
    'success connectSocket:ok',
    'complete connectSocket:ok',
    'error createSocketTask:fail wcwss taskID=6 exceed max concurrent count',
    'close 1006 abnormal closure',
  ])
  expect(servers).toHaveLength(5)
  let seventh: ReturnType<typeof connect> | undefined
  five[0]?.task.onClose(() => {
    seventh = connect()
  })
  five[0]?.server.end()
  await clock.tick(0)
  expect(seventh?.received).toEqual(['success connectSocket:ok', 'complete connectSocket:ok'])
  expect(servers).toHaveLength(6)
})

it('LIM-3: connecting and closing sockets hold a place, refused ones do not', async () => {
  const { clock, connect, opened, servers } = setUpSockets({
    settings: { urlCheck: true, domains: { socket: ['wss://ws.example.com'] } },
    script: { polite: false },
  })
  for (let nth = 0; nth < 5; nth += 1) connect({ url: 'wss://other.example.com' })
  const closing = await opened()
  closing.task.close()
  for (let nth = 0; nth < 4; nth += 1) connect()
  const sixth = connect()
  await clock.tick(0)
  expect(servers).toHaveLength(5)
  expect(sixth.received.join()).toContain('exceed max concurrent count')
})

it.each([
  ['android', 'connectSocket:fail url not in domain list'],
  ['devtools', 'connectSocket:fail createSocketTask:fail url not in domain list'],
] as const)('DOM-2: on %s a host that is not listed fails the call with %s, and onError with its own text', async (platform, errMsg) => {
  const { clock, connect, events, servers } = setUpSockets({
    settings: { platform, urlCheck: true, domains: { request: ['https://ws.example.com'] } },
  })
  const { received, task } = connect()
  expect(task).toBeDefined()
  await clock.tick(0)
  expect(received.slice(0, 3)).toEqual([`fail ${errMsg}`, `complete ${errMsg}`, 'error createSocketTask:fail url not in domain list'])
  expect(servers).toHaveLength(0)
  expect(eventOf(events, 'failed').error).toMatchObject({ kind: 'refused-domain', errMsg, errno: 600002 })
  expect(streamFaults(events)).toEqual([])
})

it('DOM-5: a listed host is open on every port', async () => {
  const { clock, connect, servers } = setUpSockets({ settings: { urlCheck: true, domains: { socket: ['wss://ws.example.com'] } } })
  connect({ url: 'wss://ws.example.com:9443/s' })
  await clock.tick(0)
  expect(servers).toHaveLength(1)
})

it('BG-3: an open socket is closed as interrupted 5 s after the app was hidden, and not when it comes back before', async () => {
  const { clock, environment, events, opened } = setUpSockets()
  const { received, server } = await opened()
  environment.setAppHidden(true)
  await clock.tick(4999)
  server.emit('still heard')
  environment.setAppHidden(false)
  await clock.tick(10_000)
  expect(received.at(-1)).toBe('message still heard')
  environment.setAppHidden(true)
  await clock.tick(5000)
  expect(received.at(-1)).toBe('close 1000 interrupted')
  expect(server.clientClose).toBeDefined()
  expect(eventOf(events, 'closed').by).toBe('background')
})

it('BG-1: a socket that is still connecting fails, and one asked for in the background fails at once', async () => {
  const { clock, connect, environment } = setUpSockets()
  const connecting = connect()
  environment.setAppHidden(true)
  const hidden = connect()
  await clock.tick(0)
  expect(hidden.received[0]).toBe('fail connectSocket:fail interrupted')
  await clock.tick(5000)
  expect(connecting.received.slice(2)).toEqual(['error connectSocket:fail interrupted', 'close 1006 abnormal closure'])
})

it('forceCellularNetwork without mobile data fails', async () => {
  const { clock, connect } = setUpSockets({ settings: { conditions: { online: false } } })
  const { received } = connect({ url: WS, forceCellularNetwork: true })
  await clock.tick(0)
  expect(received[2]).toBe('error createSocketTask:fail cellular network is unavailable')
})

it('WS-12: readyState and its constants are on the task, whose methods work unbound', async () => {
  const { opened } = setUpSockets()
  const { server, task } = await opened()
  const { CLOSED, CLOSING, CONNECTING, OPEN, send } = task
  expect([CONNECTING, OPEN, CLOSING, CLOSED]).toEqual([0, 1, 2, 3])
  send({ data: 'unbound' })
  expect(server.received).toEqual(['unbound'])
  expect(Object.keys(task)).toEqual(expect.arrayContaining(['send', 'close', 'onOpen', 'onClose', 'onError', 'onMessage', 'readyState']))
  expect(Object.isExtensible(task)).toBe(true)
})

it('a listener that throws is told to the page and to the record, and stops nothing', async () => {
  const { clock, events, opened, thrown } = setUpSockets()
  const { received, server, task } = await opened()
  task.onMessage(() => {
    throw new Error('app bug')
  })
  task.onMessage(() => void received.push('after it'))
  server.emit('x')
  await clock.tick(0)
  expect(received.at(-1)).toBe('after it')
  expect(thrown).toMatchObject([{ message: 'app bug' }])
  expect(eventOf(events, 'message-received').listeners.map((call) => call.threw)).toEqual([undefined, 'Error: app bug', undefined])
})

it('what a listener sends stands behind the message that set it off', async () => {
  const { clock, events, opened } = setUpSockets()
  const { server, task } = await opened()
  task.onMessage(() => task.send({ data: 'pong' }))
  server.emit('ping')
  await clock.tick(0)
  expect(typesOf(events).slice(-2)).toEqual(['message-received', 'message-sent'])
  expect(streamFaults(events)).toEqual([])
})

it('WS-14: before 1.7.0 there is no task, and a second call closes the first', async () => {
  const { clock, connect, servers, wx } = setUpSockets({ settings: { lib: '1.6.0' } })
  const received: string[] = []
  wx.onSocketOpen(() => void received.push('open'))
  wx.onSocketClose(({ code }) => void received.push(`close ${code}`))
  expect(connect().task).toBeUndefined()
  await clock.tick(0)
  servers[0]?.open()
  await clock.tick(0)
  connect()
  await clock.tick(0)
  servers[1]?.open()
  await clock.tick(0)
  expect(received).toEqual(['open', 'close 1000', 'open'])
})

it('a person at the panel can close a socket, and send on it while it is open', async () => {
  const { clock, connect, events, opened, shim } = setUpSockets()
  const { received, server } = await opened()
  const taskId = events[0]?.taskId ?? ''
  shim.sendMessage(taskId, 'by hand')
  expect(server.received).toEqual(['by hand'])
  expect(eventOf(events, 'message-sent')).toMatchObject({ by: 'panel', body: { text: 'by hand' } })
  shim.abort(taskId)
  await clock.tick(0)
  expect(received.at(-1)).toBe('close 1000 normal closure')
  expect(eventOf(events, 'closed').by).toBe('panel')
  shim.sendMessage(taskId, 'too late')
  expect(typesOf(events).at(-1)).toBe('closed')
  const other = connect()
  shim.abortAll()
  await clock.tick(0)
  expect(other.received.at(-1)).toBe('close 1000 normal closure')
})

it('no more of a message is recorded than a recording may hold, and its real size is kept', async () => {
  const { clock, events, opened } = setUpSockets({ settings: { capture: { maxBodyBytes: 4 } } })
  const { server } = await opened()
  server.emit('123456')
  server.emit(new Uint8Array(6))
  await clock.tick(0)
  expect(events.filter((event) => event.type === 'message-received').map((event) => event.body)).toMatchObject([
    { kind: 'text', text: '1234', size: 6, kept: 4 },
    { kind: 'base64', size: 6, kept: 4 },
  ])
})

it('nothing but an attempt to send may follow the end of a socket', () => {
  expect(mayFollow('connectSocket', 'closed')).toEqual(['message-refused'])
  expect(mayFollow('request', 'closed')).toEqual([])
})

it('closes a connection that opens when the app has already given the socket up', async () => {
  const { clock, connect, servers } = setUpSockets()
  const { received, task } = connect()
  await clock.tick(0)
  // The answer to the handshake is there, and has not reached the shim yet.
  servers[0]?.open()
  task?.close({ code: 4002 })
  await clock.tick(0)
  expect(received).not.toContain('open')
  expect(servers[0]?.clientClose).toBeDefined()
})
