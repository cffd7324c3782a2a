import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleEvents, streamOf } from '../../testing/example-events.ts'
import { exampleDownload, exampleUpload } from '../../testing/example-transfers.ts'
import { socketEvents } from '../../testing/socket-events.ts'
import type { TaskError } from '../event/task-error.ts'
import type { TaskEvent } from '../event/task-event.ts'
import { EventParser, parseEvents } from './parse-events.ts'

const NONE = { count: 0, bytes: 0 }
const every: readonly TaskEvent[] = [
  ...exampleEvents({ taskId: 'call', queuedFor: 5, ruleName: 'A rule', chunks: [4, 7] }),
  ...exampleEvents({ taskId: 'cut' }).map((event) => ({ ...event, cut: [{ where: '/sent/url', size: 70_000, kept: 65_536 }] })),
  ...exampleUpload(),
  ...exampleDownload(),
  ...socketEvents('socket'),
  ...socketEvents('long').slice(0, 8),
  { taskId: 'long', seq: 8, at: 60, type: 'condensed', count: 5, until: 100, sent: NONE, received: { count: 5, bytes: 50 }, refused: 0 },
  ...socketEvents('long').slice(13),
  ...streamOf('large', [
    ...exampleUpload().slice(0, 5),
    {
      type: 'condensed',
      at: 60,
      count: 9,
      until: 200,
      sent: NONE,
      received: NONE,
      refused: 0,
      progress: { direction: 'sent', loaded: 400, expected: 400 },
      wholeSentAt: 200,
    },
    ...exampleUpload().slice(7),
  ]).map((event) => (event.seq > 5 ? { ...event, seq: event.seq + 8 } : event)),
]

/** What came of one changed event of a call, counted from 0. */
function change(nth: number, changes: object, of: readonly TaskEvent[] = exampleEvents({ taskId: 'a' })) {
  const changed: unknown[] = [...of]
  changed[nth] = { ...of[nth], ...changes }
  return parseEvents([...changed, ...exampleEvents({ taskId: 'b' })])
}

const failure = (error: unknown) => change(4, { error }, exampleEvents({ taskId: 'a', error: { kind: 'old-tls', errMsg: 'request:fail' } }))

describe('parseEvents', () => {
  it('gives back every kind of event as it was, after a way through JSON, and shares nothing with it', () => {
    const input: TaskEvent[] = JSON.parse(JSON.stringify(every))
    const { events, issues, refusedTasks } = parseEvents(input)
    expect(issues).toEqual([])
    expect(refusedTasks).toBe(0)
    expect(events).toEqual(every)
    expect(events[0]).not.toBe(input[0])
    const [before, after] = [input[0], events[0]]
    expect(before?.type === 'created' && after?.type === 'created' && before.given === after.given).toBe(false)
  })

  it('knows every reason for which a call can fail', () => {
    const rest: { readonly [Kind in TaskError['kind']]: Omit<Extract<TaskError, { kind: Kind }>, 'kind' | 'errMsg' | 'errno'> } = {
      'bad-parameter': {},
      'bad-url': {},
      'bad-method': {},
      'bad-data': { detail: 'cyclic' },
      'bad-header': { name: 'X-A', detail: 'no ByteString' },
      'refused-domain': { host: 'api.example.com' },
      aborted: { by: 'panel' },
      'timed-out': { after: 60_000 },
      interrupted: { when: 'stayed-hidden' },
      network: { name: 'ERR_FAILED', hint: 'csp', detail: 'refused to connect' },
      'too-many-redirects': { limit: 5 },
      'http-dns': { detail: 'no service' },
      'no-cellular': {},
      'old-tls': {},
      'not-utf8': {},
      'no-file': { path: 'wxfile://usr/a' },
      'file-too-large': { limit: 10 },
      'path-refused': { path: '/a' },
      'storage-full': {},
      'file-not-saved': { detail: 'gone' },
      'too-many-sockets': { limit: 5, taskNumber: 6 },
      'handshake-refused': { statusCode: 403 },
      internal: { detail: 'a bug' },
      'page-closed': {},
    }
    for (const [kind, more] of Object.entries(rest)) {
      expect(failure({ kind, errMsg: 'request:fail', errno: 600_001, ...more }).issues, kind).toEqual([])
      for (const key of Object.keys(more)) {
        const path = `events[4].error.${key}`
        expect(failure({ kind, errMsg: 'request:fail', ...more, [key]: {} }).issues, path).toMatchObject([{ path }])
      }
    }
  })

  it('refuses a task with a faulty event as a whole and says where the fault is; the others come in', () => {
    const { events, issues, refusedTasks } = change(0, { at: 1e308 })
    expect(events).toEqual(exampleEvents({ taskId: 'b' }))
    expect(refusedTasks).toBe(1)
    expect(issues).toEqual([{ path: 'events[0].at', message: 'must be a number of milliseconds on the clock of the session' }])
  })

  it.each([
    ['a moment that is no number', change(3, { at: null }), 'events[3].at'],
    ['a size below nothing', change(5, { size: -1 }), 'events[5].size'],
    [
      'an object in the place of a text',
      change(0, { sent: { method: {}, url: '', header: [], dropped: [], body: {} } }),
      'events[0].sent.method',
    ],
    [
      'a header that is no pair',
      change(0, { sent: { method: 'GET', url: '', header: [['a']], dropped: [], body: {} } }),
      'events[0].sent.header[0]',
    ],
    ['a header that is no text', change(4, { header: { a: 1 } }), 'events[4].header'],
    ['a body whose size is untrue', change(6, { body: { kind: 'text', text: 'x'.repeat(100), size: 1 } }), 'events[6].body'],
    ['a body that claims to hold more than it does', change(6, { body: { kind: 'text', text: 'x', size: 1e9 } }), 'events[6].body'],
    ['base64 that is none', change(6, { body: { kind: 'base64', base64: '<>', size: 1 } }), 'events[6].body.base64'],
    ['a kind of body that nobody knows', change(6, { body: { kind: 'stream' } }), 'events[6].body.kind'],
    ['a reason that nobody knows', failure({ kind: 'gremlins', errMsg: '' }), 'events[4].error.kind'],
    ['a name that every object inherits', failure({ kind: 'constructor', errMsg: '' }), 'events[4].error.kind'],
    ['an event that nobody knows', change(2, { type: '__proto__' }), 'events[2].type'],
    ['options that are no data', change(0, { given: { fn: () => {} } }), 'events[0].given'],
    ['options without a bottom', change(0, { given: nest(40) }), 'events[0].given'],
    [
      'a mark that is no moment',
      change(4, { timing: { marks: { fetchStart: Number.NaN }, simulated: [] } }),
      'events[4].timing.marks.fetchStart',
    ],
    ['a key that is missing', change(7, { callback: undefined }), 'events[7].callback'],
  ])('refuses %s', (_, { events, issues }, path) => {
    expect(issues).toMatchObject([{ path }])
    expect(events).toEqual(exampleEvents({ taskId: 'b' }))
  })

  it('says of what is no event, and of what is no list, that it is none', () => {
    expect(parseEvents([5, null, ...exampleEvents({ taskId: 'b' })])).toMatchObject({
      events: exampleEvents({ taskId: 'b' }),
      refusedTasks: 0,
      issues: [{ path: 'events[0]' }, { path: 'events[1]' }],
    })
    expect(parseEvents({ length: 1e9 })).toEqual({
      events: [],
      refusedTasks: 0,
      issues: [{ path: 'events', message: 'must be a list of events' }],
    })
  })

  it('refuses a task whose events are out of order, begin late, go on after the end or miss one', () => {
    const call = exampleEvents({ taskId: 'a' })
    const reasonOf = (events: readonly TaskEvent[]) => parseEvents(events).issues.map(({ message, path }) => `${path} ${message}`)
    const restamped = (order: readonly number[]) =>
      streamOf(
        'a',
        order.map((nth) => call[nth]!),
      )
    expect(reasonOf(restamped([0, 2, 1]))).toEqual(['events[2].type is checked, which cannot come after started'])
    expect(reasonOf(restamped([0, 6, 4]))).toEqual(['events[2].type is headers-received, which cannot come after succeeded'])
    expect(reasonOf(restamped([1, 2]))).toEqual(['events[0] is checked with seq 0, but a task begins with created and seq 0'])
    expect(reasonOf([call[0]!, call[2]!])).toEqual(['events[1].seq is 2, but 1 comes next: events are missing'])
    const socket = socketEvents('s')
    expect(reasonOf(streamOf('s', [...socket, socket[8]!]))).toEqual(['events[14].type is message-sent, which cannot come after closed'])
  })

  it('takes a task of which only some events are known, as from a file', () => {
    const call = exampleEvents({ taskId: 'a' })
    const known = streamOf('a', [call[0]!, call[4]!, call[6]!])
    expect(parseEvents(known)).toEqual({ events: known, issues: [], refusedTasks: 0 })
  })

  it('leaves out an event that came twice, and says so', () => {
    const call = exampleEvents({ taskId: 'a' })
    const { events, issues } = parseEvents([...call.slice(0, 3), call[1], ...call.slice(3)])
    expect(events).toEqual(call)
    expect(issues).toEqual([{ path: 'events[3].seq', message: 'is 1, which this task had already: left out' }])
  })

  it('leaves out keys that it does not know', () => {
    expect(change(2, { colour: 'red' })).toMatchObject({ issues: [], events: { length: 18 } })
    expect(change(2, { colour: 'red' }).events[2]).not.toHaveProperty('colour')
  })

  it('takes __proto__ for a name like any other', () => {
    const named = JSON.parse('{"__proto__": "a", "constructor": "b"}')
    const { events, issues } = change(4, { header: named })
    expect(issues).toEqual([])
    const [head] = events.filter((event) => event.type === 'headers-received')
    expect(Object.entries(head?.header ?? {})).toEqual(Object.entries(named))
    expect(Object.getPrototypeOf(head?.header)).toBe(Object.prototype)
  })

  it('refuses what throws when it is read', () => {
    const trap = new Proxy({}, { get: () => { throw new Error('a trap') }, ownKeys: () => { throw new Error('a trap') } }) // biome-ignore format: one line
    const { events, issues } = parseEvents([trap, ...change(0, { given: trap }).events])
    expect(events).toEqual(exampleEvents({ taskId: 'b' }))
    expect(issues).toEqual([{ path: 'events[0]', message: 'could not be read: a trap' }])
  })

  it('never throws and never lets a number through that is not finite, whatever is put in whatever place', () => {
    const places = every.flatMap((event, nth) => pathsOf(event).map((path) => ({ nth, path })))
    const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e308, -1e308, undefined, 2 ** 53))
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, ({ nth, path }, value) => {
        const input = JSON.parse(JSON.stringify(every))
        put(input[nth], path, value)
        const { events, issues } = parseEvents(input)
        if (issues.length === 0) expect(events).toHaveLength(every.length)
        for (const event of events) expect(Math.abs(event.at)).toBeLessThanOrEqual(1e12)
        const again = JSON.parse(JSON.stringify(events))
        expect(parseEvents(again)).toEqual({ events: again, issues: [], refusedTasks: 0 })
      }),
      { numRuns: 200 },
    )
  })
})

describe('EventParser', () => {
  it('goes on where the last piece ended, in whatever pieces events come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 })), (sizes) => {
        const parser = new EventParser()
        const rest = [...every]
        const pieces = [...sizes.map((size) => rest.splice(0, size)), rest].map((piece) => parser.parse(piece))
        expect(pieces.flatMap(({ issues }) => issues)).toEqual([])
        expect(pieces.flatMap(({ events }) => events)).toEqual(every)
      }),
    )
  })

  it('says once that a task is refused, and takes nothing more of it', () => {
    const parser = new EventParser()
    const call = exampleEvents({ taskId: 'a' })
    expect(parser.parse(call.slice(0, 3)).events).toHaveLength(3)
    expect(parser.parse(call.slice(4, 6))).toMatchObject({ events: [], refusedTasks: 1, issues: [{ path: 'events[0].seq' }] })
    expect(parser.parse(call.slice(3))).toEqual({ events: [], refusedTasks: 0, issues: [] })
    expect(parser.refused('a')).toBe(true)
  })
})

function nest(levels: number): object {
  let value: object = {}
  for (let level = 0; level < levels; level++) value = { deeper: value }
  return value
}

function pathsOf(value: unknown, above: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [above]
  return [above, ...Object.entries(value).flatMap(([key, item]) => pathsOf(item, [...above, key]))].filter((path) => path.length > 0)
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const last = path.at(-1)!
  const holder = path.slice(0, -1).reduce<Record<string, unknown>>((inner, key) => inner[key] as Record<string, unknown>, target)
  holder[last] = value
}
