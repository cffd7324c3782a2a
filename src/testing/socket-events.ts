import type { TaskEvent } from '../contract/event/task-event.ts'
import { type ExampleEvent, streamOf } from './example-events.ts'

const SOCKET_URL = 'wss://ws.example.com/room/7'

/** A believable life of one socket: refused once, opened, a word each way, and closed by the server. Cut off after `upTo` events. */
export function socketEvents(taskId: string, upTo?: number): TaskEvent[] {
  const events: ExampleEvent[] = [
    {
      type: 'created',
      at: 0,
      api: 'connectSocket',
      environment: { platform: 'android', lib: '3.17.0' },
      given: { url: SOCKET_URL, protocols: ['chat'] },
      sent: {
        method: 'GET',
        url: SOCKET_URL,
        header: [
          ['X-Token', 'abc'],
          ['Sec-WebSocket-Protocol', 'chat'],
        ],
        dropped: [],
        body: { kind: 'none', size: 0 },
      },
      timeout: 60_000,
    },
    { type: 'checked', at: 0, check: { list: 'socket', verdict: 'allowed', origin: 'wss://ws.example.com', clauses: [] } },
    { type: 'started', at: 0 },
    {
      type: 'message-refused',
      at: 1,
      form: 'text',
      body: { kind: 'text', text: 'too early', size: 9 },
      errMsg: 'SocketTask.send:fail SocketTask.readyState is not OPEN',
    },
    { type: 'delivered', at: 2, callback: 'success', took: 0.1 },
    { type: 'delivered', at: 2, callback: 'complete', took: 0.1 },
    { type: 'routed', at: 3, by: 'fetch', dropped: [{ name: 'X-Token', value: 'abc', why: 'page-socket' }] },
    {
      type: 'opened',
      at: 50,
      header: { 'Sec-WebSocket-Protocol': 'chat' },
      protocol: 'chat',
      listeners: [{ listener: 'onOpen', at: 50, took: 0.2 }],
    },
    { type: 'message-sent', at: 60, form: 'text', body: { kind: 'text', text: '{"type":"login"}', size: 16 }, by: 'app' },
    {
      type: 'message-received',
      at: 80,
      form: 'text',
      body: { kind: 'text', text: '{"type":"welcome","rooms":["a"]}', size: 32 },
      listeners: [{ listener: 'onMessage', at: 80, took: 0.3, threw: 'Error: a bug' }],
    },
    {
      type: 'message-received',
      at: 90,
      form: 'binary',
      body: { kind: 'base64', base64: 'AAEC/w==', size: 4 },
      listeners: [{ listener: 'onMessage', at: 90, took: 0.1 }],
    },
    { type: 'message-received', at: 95, form: 'text', body: { kind: 'omitted', size: 700, why: 'released' }, listeners: [] },
    { type: 'message-sent', at: 100, form: 'text', body: { kind: 'none', size: 0 }, by: 'panel' },
    { type: 'closed', at: 200, by: 'server', code: 4000, reason: 'enough', listeners: [{ listener: 'onClose', at: 200, took: 0.1 }] },
  ]
  return streamOf(taskId, events.slice(0, upTo))
}
