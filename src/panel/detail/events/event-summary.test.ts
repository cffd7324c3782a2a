import { expect, it } from 'vitest'
import { exampleEvents } from '../../../testing/example-events.ts'
import { eventWords } from '../../words/event-words.ts'
import { nameOfEvent } from '../task/name-of-event.ts'
import { rawEvent, summariseEvent } from './event-summary.ts'

const plain = (text: string) => text.replaceAll('\u202f', ' ')

it('says of each event what it carries', () => {
  const events = exampleEvents({ taskId: 'a', queuedFor: 10, ruleName: 'goods', chunks: [5, 6] })
  expect(events.map((event) => plain(summariseEvent(event, eventWords.en)))).toEqual([
    'GET https://api.example.com/goods?page=1 · timeout 1 min',
    'allowed · https://api.example.com',
    '1 ahead in queue',
    '',
    'mock rule · goods',
    '200',
    '5 B',
    '6 B',
    '11 B · res.data is parsed JSON',
    'took 0.3 ms',
    'took 0.1 ms',
  ])
})

it('tells what a callback threw and what the program got of a failure', () => {
  const [last] = exampleEvents({ taskId: 'a', error: { kind: 'aborted', by: 'app', errMsg: 'request:fail abort' } }).slice(-1)
  expect(summariseEvent({ ...last, threw: 'TypeError: x' } as never, eventWords.zh)).toContain('抛出错误：TypeError: x')
  const failed = exampleEvents({ taskId: 'a', error: { kind: 'timed-out', after: 5, errMsg: 'request:fail timeout', errno: 5 } }).find(
    ({ type }) => type === 'failed',
  )
  expect(summariseEvent(failed as never, eventWords.en)).toBe('request:fail timeout · errno 5')
})

it('cuts a long body out of a raw event and says how long it was', () => {
  const [, , , , , , succeeded] = exampleEvents({ taskId: 'a', body: { kind: 'text', text: 'x'.repeat(9000), size: 9000 } })
  const raw = rawEvent(succeeded as never)
  expect(raw.length).toBeLessThan(1000)
  expect(raw).toContain('… (9,000)')
})

it('is called by the callback that ran, and says which listeners were called and what they threw', () => {
  const events = exampleEvents({ taskId: 'a' })
  expect(events.filter(({ type }) => type === 'delivered').map((event) => nameOfEvent(event, eventWords.zh))).toEqual([
    'success()',
    'complete()',
  ])
  const headers = events.find(({ type }) => type === 'headers-received')
  const called = (...threw: (string | undefined)[]) =>
    plain(summariseEvent({ ...headers, listeners: threw.map((text) => ({ at: 1, took: 1, threw: text })) } as never, eventWords.en))
  expect(called(undefined)).toBe('200 · onHeadersReceived()')
  expect(called(undefined, 'Error: boom')).toBe('200 · onHeadersReceived() × 2 threw: Error: boom')
})
