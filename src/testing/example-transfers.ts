import type { BodySnapshot } from '../contract/event/body-snapshot.ts'
import type { TaskEvent } from '../contract/event/task-event.ts'
import { streamOf } from './example-events.ts'

const ENVIRONMENT = { platform: 'android', lib: '3.17.0' } as const
const UPLOAD = 'https://api.example.com/upload'
const DOWNLOAD = 'https://cdn.example.com/a.txt'

/** An upload of a text file with two fields, from the call to the end; `upTo` leaves it running. */
export function exampleUpload({
  upTo,
  file = { kind: 'text', text: 'nine byte', size: 9 },
}: {
  upTo?: number
  file?: BodySnapshot
} = {}): TaskEvent[] {
  const sent = { method: 'POST', url: UPLOAD, header: [], dropped: [], body: { kind: 'omitted', size: 0, why: 'not-read' } } as const
  const fields = [
    ['user', 'test'],
    ['n', '3'],
  ] as const
  const part = { field: 'doc', path: 'wxfile://tmp_a.txt', name: 'a.txt', type: 'text/plain', size: 9, body: file } as const
  const events = streamOf('up', [
    {
      type: 'created',
      at: 0,
      api: 'uploadFile',
      environment: ENVIRONMENT,
      given: { url: UPLOAD, filePath: part.path, name: 'doc' },
      sent,
      timeout: 60_000,
    },
    { type: 'checked', at: 0, check: { list: 'uploadFile', verdict: 'allowed', origin: 'https://api.example.com', clauses: [] } },
    { type: 'started', at: 0 },
    { type: 'packed', at: 5, form: { fields, file: part }, size: 400 },
    { type: 'routed', at: 6, by: 'fetch', timing: { marks: { requestStart: 6 }, simulated: [] } },
    { type: 'progressed', at: 60, direction: 'sent', loaded: 100, expected: 400, listeners: [] },
    { type: 'progressed', at: 200, direction: 'sent', loaded: 400, expected: 400, listeners: [{ at: 200, took: 1 }] },
    { type: 'headers-received', at: 300, statusCode: 201, header: {}, cookies: [], listeners: [] },
    { type: 'succeeded', at: 301, body: { kind: 'none', size: 0 }, dataForm: 'empty' },
  ])
  return events.slice(0, upTo)
}

/** A download whose length nobody knows, into a temp file; `upTo` leaves it running. */
export function exampleDownload({ upTo }: { upTo?: number } = {}): TaskEvent[] {
  const sent = { method: 'GET', url: DOWNLOAD, header: [], dropped: [], body: { kind: 'none', size: 0 } } as const
  const events = streamOf('down', [
    { type: 'created', at: 0, api: 'downloadFile', environment: ENVIRONMENT, given: { url: DOWNLOAD }, sent, timeout: 60_000 },
    { type: 'checked', at: 0, check: { list: 'downloadFile', verdict: 'allowed', origin: 'https://cdn.example.com', clauses: [] } },
    { type: 'started', at: 0 },
    { type: 'routed', at: 1, by: 'mock', ruleName: 'file' },
    { type: 'headers-received', at: 50, statusCode: 200, header: { 'Content-Type': 'text/plain' }, cookies: [], listeners: [] },
    { type: 'progressed', at: 100, direction: 'received', loaded: 5, listeners: [] },
    { type: 'progressed', at: 200, direction: 'received', loaded: 9, expected: 9, listeners: [] },
    {
      type: 'succeeded',
      at: 201,
      body: { kind: 'text', text: 'nine byte', size: 9 },
      dataForm: 'file',
      file: { path: 'wxfile://tmp_b.txt', size: 9, type: 'text/plain', chosen: false },
    },
  ])
  return events.slice(0, upTo)
}
