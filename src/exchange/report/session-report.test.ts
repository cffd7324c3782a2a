import { describe, expect, it } from 'vitest'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { TaskStore } from '../../recorder/tasks/task-store.ts'
import { type ExampleTask, exampleEvents, streamOf } from '../../testing/example-events.ts'
import { socketEvents } from '../../testing/socket-events.ts'
import { type ReportWords, reportMarkdown, reportTables } from './report-markdown.ts'
import { reportSession, type SessionReport } from './session-report.ts'

function report(tasks: readonly ExampleTask[], redact = true): Promise<SessionReport> {
  return reportOf(tasks.flatMap(exampleEvents), redact)
}

function reportOf(events: readonly TaskEvent[], redact = true): Promise<SessionReport> {
  const store = new TaskStore()
  store.add(events)
  return reportSession(store.all(), (taskId) => events.filter((event) => event.taskId === taskId), {
    redact,
    signal: new AbortController().signal,
  })
}

const url = (path: string) => `https://api.example.com/${path}`
const text = (content: string) => ({ kind: 'text' as const, text: content, size: content.length })
const FAILED = { kind: 'network', name: 'net::ERR_FAILED', errMsg: 'request:fail', errno: 600001, detail: '' } as never
const formats = { duration: (ms: number) => `${ms} ms`, size: (bytes: number) => `${bytes} B`, count: String }
/** Each word is its own name. */
const named: object = new Proxy({}, { get: (_, name) => name })
const words = new Proxy({}, { get: (_, name) => (/^(?:sections|unused|lists)$/.test(String(name)) ? named : name) }) as ReportWords

describe('a report of a session', () => {
  it('has its numbers, and its slowest and largest calls first', async () => {
    const { bytes, failed, httpErrors, largest, p50, p95, requests, running, slowest } = await report([
      { taskId: 'a', url: url('quick'), took: 20, body: text('12345') },
      { taskId: 'b', url: url('slow'), took: 900 },
      { taskId: 'c', url: url('missing'), status: 404, took: 50 },
      { taskId: 'd', url: url('broken'), error: FAILED },
      { taskId: 'e', url: url('open'), upTo: 4 },
    ])
    expect({ requests, running, failed, httpErrors, p50, p95, bytes }).toEqual({
      requests: 5,
      running: 1,
      failed: 1,
      httpErrors: 1,
      p50: 50,
      p95: 900,
      bytes: 5 + 11 + 11,
    })
    expect(slowest.map((call) => [call.number, call.url, call.ms])).toEqual([
      [2, url('slow'), 900],
      [3, url('missing'), 50],
      [1, url('quick'), 20],
    ])
    expect(largest[0]?.bytes).toBe(11)
  })

  it('counts a response of 4xx once the call has ended, as the list does', async () => {
    const task = { taskId: 'a', url: url('missing'), status: 404 }
    const all = exampleEvents(task)
    const untilHeaders = all.slice(0, all.findIndex(({ type }) => type === 'headers-received') + 1)
    expect(await reportOf(untilHeaders)).toMatchObject({ httpErrors: 0, failing: [], running: 1 })
    expect(await reportOf(all)).toMatchObject({ httpErrors: 1, running: 0 })
  })

  it('of nothing is empty', async () => {
    expect(await report([])).toMatchObject({ requests: 0, from: 0, to: 0, slowest: [], domains: [] })
  })

  it('puts calls together that fail in one way, without their queries', async () => {
    const { failing } = await report([
      { taskId: 'a', url: url('x?n=1'), status: 500 },
      { taskId: 'b', url: url('x?n=2'), status: 500 },
      { taskId: 'c', url: url('x'), error: FAILED },
    ])
    expect(failing).toEqual([
      { method: 'GET', url: url('x'), reason: '500', count: 2 },
      { method: 'GET', url: url('x'), reason: 'request:fail (errno 600001)', count: 1 },
    ])
  })

  it('counts a socket whose connection broke among what failed, as the list does', async () => {
    const lost = streamOf('socket', [
      ...socketEvents('socket', 8),
      { type: 'closed', at: 95, by: 'network', code: 1006, reason: '', listeners: [] },
    ])
    const { failed, failing, p50 } = await reportOf(lost)
    expect(failed).toBe(1)
    expect(failing).toEqual([{ method: 'GET', url: 'wss://ws.example.com/room/7', reason: 'close 1006', count: 1 }])
    expect(p50, 'how long a socket was open is no duration of an answer').toBeUndefined()
  })

  it('tells what was asked for again, and the bytes that came for nothing', async () => {
    const { repeated, unused } = await report([
      { taskId: 'a', url: url('x'), body: text('same') },
      { taskId: 'b', url: url('x'), body: text('same') },
      { taskId: 'c', url: url('x'), body: text('other') },
      { taskId: 'd', url: url('y') },
    ])
    expect(repeated).toEqual([{ method: 'GET', url: url('x'), count: 3, unchanged: 1, bytes: 4 }])
    expect(unused).toEqual({ unchanged: 4, cut: 0, unheard: 0 })
  })

  it('lists the domains that are called, and which of them the check refused', async () => {
    const { domains } = await report([
      { taskId: 'a', url: url('x') },
      { taskId: 'b', url: url('y') },
      { taskId: 'c', url: 'https://cdn.example.com/x', api: 'downloadFile' },
      { taskId: 'd', url: 'https://other.example/x', error: { kind: 'refused-domain', errMsg: 'request:fail' } as never },
      { taskId: 'e', url: 'https://page.example/x', api: 'page' },
    ])
    expect(domains).toEqual([
      { list: 'downloadFile', origin: 'https://cdn.example.com', calls: 1, listed: true },
      { list: 'request', origin: 'https://api.example.com', calls: 2, listed: true },
      { list: 'request', origin: 'https://other.example', calls: 1, listed: false },
    ])
  })

  it('holds no secret unless it is asked to', async () => {
    const tasks = [{ taskId: 'a', url: url('x?access_token=planted-secret') }]
    expect(JSON.stringify(await report(tasks))).not.toContain('planted')
    expect(JSON.stringify(await report(tasks, false))).toContain('planted')
  })

  it('is written as Markdown in which no text of the record is read as such', async () => {
    const made = await report([{ taskId: 'a', url: url('`x`|<b>|![x](y)'), status: 500 }])
    const markdown = reportMarkdown(reportTables(made, words, formats), ['1 *request*'], words)
    expect(markdown).toContain('# title\n\n- 1 \\*request\\*\n\n## slowest\n\n| \\# | request | time |\n| --- | --- | --- |\n')
    expect(markdown).toContain('| 1 | `` GET https://api.example.com/`x`\\|<b>\\|![x](y) `` | 100 ms |')
    expect(markdown).toContain('## repeated\n\nnone')
  })
})
