import { describe, expect, it } from 'vitest'
import { TaskStore } from '../../recorder/tasks/task-store.ts'
import { type ExampleTask, exampleEvents } from '../../testing/example-events.ts'
import { type ComparedSession, compareSessions } from './compare-sessions.ts'

function sessionOf(...tasks: readonly ExampleTask[]): ComparedSession {
  const store = new TaskStore()
  const events = tasks.map(exampleEvents)
  store.add(events.flat())
  return { tasks: store.all(), events: (taskId) => events.flat().filter((event) => event.taskId === taskId) }
}

const json = (value: unknown) => ({ kind: 'text' as const, text: JSON.stringify(value), size: JSON.stringify(value).length })
const url = (path: string) => `https://api.example.com/${path}`

async function compared(before: ComparedSession, after: ComparedSession): Promise<readonly string[]> {
  const calls = await compareSessions(before, after, { signal: new AbortController().signal })
  return calls.map((call) => `${call.before?.taskId ?? '-'} ${call.after?.taskId ?? '-'} ${call.changes.join(' ')}`.trim())
}

describe('two sessions', () => {
  it('are compared call by call, in the order of the second; what is gone stands where it was', async () => {
    const before = sessionOf(
      { taskId: 'a', url: url('login') },
      { taskId: 'b', url: url('ads') },
      { taskId: 'c', url: url('teas'), body: json([1]) },
    )
    const after = sessionOf(
      { taskId: 'A', url: url('login') },
      { taskId: 'C', url: url('teas'), body: json([1, 2]) },
      { taskId: 'D', url: url('cart') },
    )
    expect(await compared(before, after)).toEqual(['a A', 'b - gone', 'c C different', '- D new'])
  })

  it('pair calls of one URL in their order, first those with the same query', async () => {
    const before = sessionOf({ taskId: 'one', url: url('teas?page=1') }, { taskId: 'two', url: url('teas?page=2') })
    const after = sessionOf(
      { taskId: 'second', url: url('teas?page=2') },
      { taskId: 'again', url: url('teas?page=2') },
      { taskId: 'third', url: url('teas?page=3') },
    )
    expect(await compared(before, after)).toEqual(['two second', 'one again different', '- third new'])
  })

  it('differ by methods and by APIs', async () => {
    const before = sessionOf({ taskId: 'a', url: url('x'), method: 'GET' })
    expect(await compared(before, sessionOf({ taskId: 'b', url: url('x'), method: 'POST' }))).toEqual(['a - gone', '- b new'])
    expect(await compared(before, sessionOf({ taskId: 'b', url: url('x'), api: 'downloadFile' }))).toHaveLength(2)
  })

  it('tell a call that takes clearly longer, and none that differs by chance', async () => {
    const lasting = (took: number) => sessionOf({ taskId: 'a', took })
    expect(await compared(lasting(100), lasting(200))).toEqual(['a a slower'])
    expect(await compared(lasting(100), lasting(145))).toEqual(['a a'])
    expect(await compared(lasting(1000), lasting(1100))).toEqual(['a a'])
    expect(await compared(lasting(200), lasting(100))).toEqual(['a a'])
  })

  it('tell another status, and a call that failed', async () => {
    const failed = { kind: 'network', name: 'net::ERR_FAILED', errMsg: 'request:fail', detail: '' } as never
    expect(await compared(sessionOf({ taskId: 'a' }), sessionOf({ taskId: 'a', status: 500 }))).toEqual(['a a different'])
    expect(await compared(sessionOf({ taskId: 'a' }), sessionOf({ taskId: 'a', error: failed }))).toEqual(['a a different'])
  })

  it('do not differ by headers that are new with each response, but by all others', async () => {
    const answering = (header: Readonly<Record<string, string>>) => sessionOf({ taskId: 'a', header })
    const volatile = ['Date', 'Age', 'Expires', 'Server-Timing', 'X-Request-Id', 'X-Trace-Id', 'traceparent']
    const each = (value: string) => answering(Object.fromEntries(volatile.map((name) => [name, value])))
    expect(await compared(each('1'), each('2'))).toEqual(['a a'])
    for (const name of ['X-Cache', 'X-Date', 'Date-Made', 'X-Request-Id-Of'])
      expect(await compared(answering({ [name]: '1' }), answering({ [name]: '2' })), name).toEqual(['a a different'])
  })

  it('do not differ by secrets that were replaced in one of them', async () => {
    const withToken = (token: string, more = '') =>
      sessionOf({ taskId: 'a', url: url(`x?token=${token}&n=1`), body: json({ token, more }) })
    expect(await compared(withToken('redacted-1'), withToken('a1b2c3'))).toEqual(['a a'])
    expect(await compared(withToken('a1b2c3'), withToken('redacted-1'))).toEqual(['a a'])
    expect(await compared(withToken('redacted-1'), withToken('a1b2c3', 'x'))).toEqual(['a a different'])
    expect(await compared(withToken('a1b2c3'), withToken('d4e5f6'))).toEqual(['a a different'])
  })

  it('stop when they are told to', async () => {
    const many = sessionOf(...Array.from({ length: 200 }, (_, nth) => ({ taskId: `t${nth}`, url: url(`x?n=${nth}`) })))
    const aborter = new AbortController()
    const comparing = compareSessions(many, many, { signal: aborter.signal, onProgress: () => aborter.abort() })
    await expect(comparing).rejects.toThrow('aborted')
  })
})
