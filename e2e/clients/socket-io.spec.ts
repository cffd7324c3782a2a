import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server as SocketIo } from 'socket.io'
import { expect, test } from '../drive/test.ts'
import { bundleClient } from './bundle-client.ts'
import { expectRecorded, openClientPage } from './client-page.ts'

interface IoSocket {
  on(event: string, listener: (...args: never[]) => void): void
  emit(event: string, ...args: unknown[]): void
  disconnect(): void
}

declare global {
  var io: (url: string, options?: object) => IoSocket
}

let client: string
let server: Server
let rooms: SocketIo
let origin: string

test.beforeAll(async () => {
  client = await bundleClient('socket-io-client')
  server = createServer()
  rooms = new SocketIo(server, { pingInterval: 300, cors: { origin: '*' } })
  rooms.of('/orders').on('connection', (socket) => {
    socket.on('order', (tea: string, bytes: Buffer, accept: (answer: object) => void) => {
      accept({ tea, size: bytes.length })
      socket.emit('ready', { tea, bytes: Buffer.from([9, 8, 7]) })
    })
    socket.on('leave', () => socket.disconnect(true))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

test.afterAll(() => rooms.close())

test.beforeEach(({ page }) => openClientPage(page, client))

test('weapp.socket.io 3.0.0 joins a namespace, emits with bytes and an acknowledgement, and hears events', async ({ page }) => {
  const received = await page.evaluate(async (address) => {
    const socket = io(address, { transports: ['websocket'], reconnection: false })
    await new Promise<void>((resolve) => socket.on('connect', resolve))
    const ready = new Promise<{ tea: string; bytes: ArrayBuffer }>((resolve) => socket.on('ready', resolve))
    const accepted = await new Promise((resolve) => socket.emit('order', '龙井', new Uint8Array([1, 2, 3, 4]).buffer, resolve))
    const { tea, bytes } = await ready
    const left = new Promise<string>((resolve) => socket.on('disconnect', resolve))
    socket.emit('leave')
    return { accepted, tea, bytes: [...new Uint8Array(bytes)], left: await left }
  }, `${origin}/orders`)
  expect(received).toEqual({
    accepted: { tea: '龙井', size: 4 },
    tea: '龙井',
    bytes: [9, 8, 7],
    left: expect.stringMatching(/transport close|io server disconnect/),
  })
  await expectRecorded(page, [{ api: 'connectSocket', path: '/socket.io/', state: 'closed' }])
})

test('weapp.socket.io 3.0.0 hears of a server that is not there', async ({ page, uncaught }) => {
  const message = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const socket = io('http://127.0.0.1:9', { transports: ['websocket'], reconnection: false })
        socket.on('connect_error', (error: Error) => resolve(error.message))
      }),
  )
  expect(message).toBe('websocket error')
  await expectRecorded(page, [{ api: 'connectSocket', path: '/socket.io/', state: 'failed' }])
  // It closes what never opened and stumbles over that, inside its own listener.
  expect(uncaught.splice(0).map(({ message }) => message)).toEqual(['WebSocket was closed before the connection was established'])
})
