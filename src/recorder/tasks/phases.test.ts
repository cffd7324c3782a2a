import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Timing } from '../../contract/event/profile.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { exampleEvents, streamOf } from '../../testing/example-events.ts'
import { socketEvents } from '../../testing/socket-events.ts'
import { marksOf, phasesOf } from './phases.ts'
import { reduceTask } from './reduce-task.ts'
import type { TaskSnapshot } from './task-snapshot.ts'

function snapshotOf(events: readonly TaskEvent[]): TaskSnapshot {
  return events.reduce<TaskSnapshot | undefined>((task, event) => reduceTask(task, event), undefined) as TaskSnapshot
}

const beginning = [
  { type: 'created', at: 0, api: 'request', environment: { platform: 'ios', lib: '3.17.0' }, given: {} },
  { type: 'started', at: 0 },
] as const

/** A new connection: DNS 10, TCP 30, TLS 40, send 5, wait 65, download 50. */
const planned: Timing = {
  marks: {
    fetchStart: 0,
    domainLookUpStart: 0,
    domainLookUpEnd: 10,
    connectStart: 10,
    SSLconnectionStart: 40,
    SSLconnectionEnd: 80,
    connectEnd: 80,
    requestStart: 80,
    requestEnd: 85,
    responseStart: 150,
    responseEnd: 200,
  },
  simulated: ['domainLookUpStart', 'domainLookUpEnd', 'connectStart', 'connectEnd', 'SSLconnectionStart', 'SSLconnectionEnd'],
}

describe('phasesOf', () => {
  const running = snapshotOf(streamOf('a', [...beginning, { type: 'routed', at: 0, by: 'mock', timing: planned }]))

  const ended = snapshotOf(
    streamOf('a', [
      ...beginning,
      { type: 'routed', at: 0, by: 'mock', timing: planned },
      { type: 'headers-received', at: 150, statusCode: 200, header: {}, cookies: [], listeners: [] },
      { type: 'succeeded', at: 200, body: { kind: 'none', size: 0 }, dataForm: 'empty' },
    ]),
  )

  it('shows a phase from the moment on in which it begins', () => {
    expect(phasesOf(running, 85).at(-1)).toEqual({ kind: 'wait', start: 85, end: 85, origin: 'measured', open: true })
  })

  it('counts everything before the last request of a redirected call as its redirects', () => {
    const later = Object.fromEntries(Object.entries(planned.marks).map(([name, at]) => [name, at + 35]))
    const redirected = (timing: Timing, redirects = [{ url: 'https://a.example/b', statusCode: 302, at: 35 }]) =>
      phasesOf(
        snapshotOf(
          streamOf('a', [
            ...beginning,
            { type: 'routed', at: 0, by: 'mock', timing },
            { type: 'headers-received', at: 185, statusCode: 200, header: {}, cookies: [], listeners: [], redirects },
          ]),
        ),
        1000,
      ).map(({ kind, start, end, origin }) => [kind, start, end, origin])
    expect(redirected({ ...planned, marks: later }).slice(0, 2)).toEqual([
      ['redirect', 0, 35, 'simulated'],
      ['dns', 35, 45, 'simulated'],
    ])
    // What the browser measured comes before what the events say.
    expect(redirected({ marks: { redirectStart: 3, redirectEnd: 30, requestStart: 31 }, simulated: [] })[0]).toEqual([
      'redirect',
      3,
      30,
      'measured',
    ])
    expect(redirected(planned, [])[0]?.[0]).toBe('dns')
  })

  it('counts TLS apart from the TCP connect that contains it', () => {
    const spans = phasesOf(ended, 1000).map((phase) => [phase.kind, phase.start, phase.end])
    expect(spans).toEqual([
      ['dns', 0, 10],
      ['connect', 10, 40],
      ['tls', 40, 80],
      ['send', 80, 85],
      ['wait', 85, 150],
      ['download', 150, 200],
    ])
  })

  it('says which spans were made up by the connection model', () => {
    expect(
      phasesOf(ended, 1000)
        .filter((phase) => phase.origin === 'simulated')
        .map((phase) => phase.kind),
    ).toEqual(['dns', 'connect', 'tls'])
  })

  it('draws an unfinished span up to now and none that has not begun', () => {
    expect(phasesOf(running, 100)).toEqual([
      { kind: 'dns', start: 0, end: 10, origin: 'simulated', open: false },
      { kind: 'connect', start: 10, end: 40, origin: 'simulated', open: false },
      { kind: 'tls', start: 40, end: 80, origin: 'simulated', open: false },
      { kind: 'send', start: 80, end: 85, origin: 'measured', open: false },
      { kind: 'wait', start: 85, end: 100, origin: 'measured', open: true },
    ])
  })

  it('goes on waiting when the answer is later than planned, and never draws a download that did not begin', () => {
    expect(phasesOf(running, 1000).at(-1)).toEqual({ kind: 'wait', start: 85, end: 1000, origin: 'measured', open: true })
    const late = snapshotOf(
      streamOf('a', [
        ...beginning,
        { type: 'routed', at: 0, by: 'mock', timing: planned },
        { type: 'failed', at: 500, error: { kind: 'timed-out', after: 500, errMsg: 'request:fail timeout' } },
      ]),
    )
    expect(phasesOf(late, 1000).at(-1)).toEqual({ kind: 'wait', start: 85, end: 500, origin: 'measured', open: false })
  })

  it('cuts every span where the task was aborted', () => {
    const cut = snapshotOf(
      streamOf('a', [
        ...beginning,
        { type: 'routed', at: 0, by: 'mock', timing: planned },
        { type: 'failed', at: 60, error: { kind: 'aborted', by: 'app', errMsg: 'request:fail abort' } },
      ]),
    )
    expect(phasesOf(cut, 1000).map((phase) => [phase.kind, phase.end, phase.open])).toEqual([
      ['dns', 10, false],
      ['connect', 40, false],
      ['tls', 60, false],
    ])
  })

  it('falls back on the events where the transport knows nothing of the network', () => {
    const blind = snapshotOf(
      streamOf('a', [
        ...beginning,
        { type: 'routed', at: 2, by: 'fetch' },
        { type: 'headers-received', at: 30, statusCode: 200, header: {}, cookies: [], listeners: [] },
        { type: 'succeeded', at: 40, body: { kind: 'none', size: 0 }, dataForm: 'empty' },
      ]),
    )
    expect(phasesOf(blind, 99).map((phase) => [phase.kind, phase.start, phase.end, phase.origin])).toEqual([
      ['wait', 2, 30, 'measured'],
      ['download', 30, 40, 'measured'],
    ])
  })

  it('draws a call in line as one open span', () => {
    const queued = snapshotOf(exampleEvents({ taskId: 'a', queuedFor: 50, upTo: 3 }))
    expect(phasesOf(queued, 30)).toEqual([{ kind: 'queue', start: 0, end: 30, origin: 'measured', open: true }])
  })

  it('draws nothing for a call that was refused', () => {
    expect(phasesOf(snapshotOf(exampleEvents({ taskId: 'a', error: { kind: 'refused-domain', host: 'x', errMsg: 'x' } })), 10)).toEqual([])
  })

  it('keeps spans in order, within the life of the task and without overlap, however far it got', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 900 }),
        fc.nat(200),
        fc.nat(2000),
        (upTo, took, queuedFor, now) => {
          const task = snapshotOf(exampleEvents({ taskId: 'a', took, queuedFor, upTo }))
          let last = task.marks.created
          for (const phase of phasesOf(task, now)) {
            expect(phase.start).toBeGreaterThanOrEqual(last)
            expect(phase.end).toBeGreaterThanOrEqual(phase.start)
            expect(phase.end).toBeLessThanOrEqual(Math.max(task.marks.ended ?? now, phase.start))
            last = phase.end
          }
        },
      ),
    )
  })
})

describe('marksOf', () => {
  it('tells the head, each chunk, each callback and the end', () => {
    const marks = marksOf(snapshotOf(exampleEvents({ taskId: 'a', chunks: [5, 6] })))
    expect(marks).toEqual({
      headersReceived: 60,
      chunks: [80, 100],
      callbacks: [
        { name: 'success', at: 100, took: 0.3 },
        { name: 'complete', at: 100.3, took: 0.1 },
      ],
      redirects: [],
      end: { at: 100, how: 'succeeded' },
    })
  })

  it('tells an abort from other failures', () => {
    const end = (error: Parameters<typeof exampleEvents>[0]['error']) =>
      marksOf(snapshotOf(exampleEvents({ taskId: 'a', ...(error && { error }) }))).end?.how
    expect(end({ kind: 'aborted', by: 'app', errMsg: 'request:fail abort' })).toBe('aborted')
    expect(end({ kind: 'no-cellular', errMsg: 'x' })).toBe('failed')
  })

  it('tells what the closing of the page cut off from what broke', () => {
    const end = (by: 'network' | 'page' | 'server') => {
      const events = socketEvents('a').map((event) => (event.type === 'closed' ? { ...event, by } : event))
      return marksOf(snapshotOf(events)).end?.how
    }
    expect([end('server'), end('network'), end('page')]).toEqual(['succeeded', 'failed', 'aborted'])
    expect(marksOf(snapshotOf(exampleEvents({ taskId: 'a', error: { kind: 'page-closed', errMsg: '' } }))).end?.how).toBe('aborted')
  })
})
