import type Mqtt from 'mqtt'
import { expect, test } from '../drive/test.ts'
import { type MessageServer, startMessageServer } from '../servers/message-server.ts'
import { type MqttBroker, startMqttBroker } from '../servers/mqtt-broker.ts'
import { bundleClient } from './bundle-client.ts'
import { expectRecorded, openClientPage, patternOf } from './client-page.ts'

declare global {
  var mqtt: typeof Mqtt
}

let client: string
let broker: MqttBroker
let secureBroker: MqttBroker
let silent: MessageServer

test.beforeAll(async () => {
  client = await bundleClient('mqtt-client')
  broker = await startMqttBroker()
  secureBroker = await startMqttBroker({ secure: true })
  silent = await startMessageServer(() => {})
})

test.afterAll(() => Promise.all([broker, secureBroker, silent].map((server) => server.close())))

// The broker over TLS has signed its own certificate.
test.use({ ignoreHTTPSErrors: true })

test.beforeEach(({ page }) => openClientPage(page, client))

/** Bytes of a message: more than fits in 16 bits. */
const LARGE = 70_000

for (const { scheme, of } of [
  { scheme: 'wx', of: () => broker },
  { scheme: 'wxs', of: () => secureBroker },
]) {
  test(`mqtt 5 over ${scheme}:// connects, subscribes, publishes and hears what was published, in text and in bytes`, async ({ page }) => {
    const { aedes, port, handshakes } = of()
    const published: { topic: string; payload: Buffer; qos: number }[] = []
    aedes.on('publish', ({ topic, payload, qos }) => {
      if (topic.startsWith('shop/')) published.push({ topic, payload: Buffer.from(payload), qos })
    })
    const received = await page.evaluate(
      async ([address, size]) => {
        const client = await mqtt.connectAsync(address, { clientId: 'phone', keepalive: 30, reconnectPeriod: 0 })
        const received: { topic: string; payload: number[]; qos: number }[] = []
        const all = new Promise<void>((resolve) => {
          client.on('message', (topic, payload, { qos }) => {
            received.push({ topic, payload: [...payload], qos })
            if (received.length === 4) resolve()
          })
        })
        await client.subscribeAsync('shop/#', { qos: 2 })
        await client.publishAsync('shop/tea', '铁观音')
        await client.publishAsync('shop/tea', 'once at least', { qos: 1 })
        await client.publishAsync('shop/tea', 'once', { qos: 2 })
        await client.publishAsync('shop/photo', new Uint8Array(size).map((_, at) => at % 251) as never, { qos: 1 })
        await all
        await client.unsubscribeAsync('shop/#')
        await client.endAsync()
        return received
      },
      [`${scheme}://127.0.0.1:${port}/mqtt`, LARGE] as const,
    )
    const expected = [
      { topic: 'shop/tea', payload: Buffer.from('铁观音'), qos: 0 },
      { topic: 'shop/tea', payload: Buffer.from('once at least'), qos: 1 },
      { topic: 'shop/tea', payload: Buffer.from('once'), qos: 2 },
      { topic: 'shop/photo', payload: patternOf(LARGE), qos: 1 },
    ]
    expect(published).toEqual(expected)
    expect(received).toEqual(expected.map(({ payload, ...rest }) => ({ ...rest, payload: [...payload] })))
    expect(handshakes.at(-1)?.headers['sec-websocket-protocol']).toBe('mqtt')
    await expectRecorded(page, [{ api: 'connectSocket', path: '/mqtt', state: 'closed' }])
    const socket = await page.evaluate(() => wxInspector.tasks()[0]?.socket)
    expect(socket).toMatchObject({ protocol: 'mqtt', refused: 0 })
    expect(socket?.sentBytes).toBeGreaterThan(LARGE)
  })
}

test('mqtt 5 hears what others publish, what was kept, and the will of one that went away', async ({ page }) => {
  const { aedes } = broker
  const packet = { cmd: 'publish', qos: 0, dup: false, retain: true, topic: 'kept/word', payload: Buffer.from('still here') } as const
  await new Promise<void>((resolve, reject) => aedes.publish(packet, (error) => (error ? reject(error) : resolve())))
  const will = new Promise<string>((resolve) => {
    aedes.subscribe(
      'wills/phone',
      ({ payload }, done) => {
        resolve(payload.toString())
        done()
      },
      () => {},
    )
  })
  const received = await page.evaluate(async (address) => {
    const client = await mqtt.connectAsync(address, {
      reconnectPeriod: 0,
      will: { topic: 'wills/phone', payload: 'gone' as never, qos: 0, retain: false },
    })
    const message = new Promise<string>((resolve) => client.on('message', (topic, payload) => resolve(`${topic} ${payload}`)))
    await client.subscribeAsync('kept/+')
    return message
  }, `wx://127.0.0.1:${broker.port}/mqtt`)
  expect(received).toBe('kept/word still here')
  broker.cut()
  expect(await will).toBe('gone')
})

test('mqtt 5 connects again by itself when the broker cuts the line, and goes on', async ({ page }) => {
  const again = page.evaluate(async (address) => {
    const client = await mqtt.connectAsync(address, { reconnectPeriod: 100 })
    const received: string[] = []
    client.on('close', () => received.push('close'))
    client.on('reconnect', () => received.push('reconnect'))
    globalThis.document.title = 'connected'
    await new Promise((resolve) => client.once('connect', resolve))
    await client.publishAsync('after', 'the cut', { qos: 1 })
    await client.endAsync()
    return received
  }, `wx://127.0.0.1:${broker.port}/mqtt`)
  await expect(page).toHaveTitle('connected')
  broker.cut()
  expect((await again).slice(0, 2)).toEqual(['close', 'reconnect'])
  await expectRecorded(page, [
    { api: 'connectSocket', path: '/mqtt', state: 'closed' },
    { api: 'connectSocket', path: '/mqtt', state: 'closed' },
  ])
})

test('mqtt 5 is told that the socket closed when nobody listens, and tries again', async ({ page }) => {
  // Its `wx` stream keeps the text of onError to itself; what it acts on is the onClose that follows (C-16).
  const received = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const received: string[] = []
        const client = mqtt.connect('wx://127.0.0.1:9/mqtt', { reconnectPeriod: 50 })
        for (const name of ['connect', 'close', 'reconnect'] as const) client.on(name, () => received.push(name))
        client.on('close', () => {
          if (received.length >= 3) client.end(true, () => resolve(received))
        })
      }),
  )
  expect(received.slice(0, 3)).toEqual(['close', 'reconnect', 'close'])
  const failed = { api: 'connectSocket', path: '/mqtt', state: 'failed' } as const
  await expectRecorded(page, [failed, failed])
})

test('mqtt 5 gives up after connectTimeout when a server takes the socket and says nothing', async ({ page }) => {
  const received = await page.evaluate(
    (address) =>
      new Promise<string>((resolve) => {
        const client = mqtt.connect(address, { reconnectPeriod: 0, connectTimeout: 400 })
        client.on('error', (error) => resolve(error.message))
      }),
    `wx${silent.origin.slice(2)}/mqtt`,
  )
  expect(received).toBe('connack timeout')
  await expectRecorded(page, [{ api: 'connectSocket', path: '/mqtt', state: 'closed' }])
})
