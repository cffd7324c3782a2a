import { expect, it } from 'vitest'
import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import { exampleEvents } from '../../testing/example-events.ts'
import { bodiesOf } from './task-facts.ts'

const text = (value: string, more = {}): BodySnapshot => ({ kind: 'text', text: value, size: value.length, ...more })

function withBodies(events: readonly TaskEvent[], of: Partial<Record<TaskEvent['type'], BodySnapshot>>): readonly TaskEvent[] {
  return events.map((event) => {
    const body = of[event.type]
    if (!body) return event
    return event.type === 'created' && event.sent ? { ...event, sent: { ...event.sent, body } } : ({ ...event, body } as TaskEvent)
  })
}

const events = withBodies(exampleEvents({ taskId: 'a', method: 'POST' }), { created: text('asked'), succeeded: text('told') })

it('a body is searched on the side on which it went', () => {
  expect(bodiesOf(events, 'sent').texts).toEqual(['asked'])
  expect(bodiesOf(events, 'received').texts).toEqual(['told'])
  expect(bodiesOf(events, 'both')).toEqual({ texts: ['asked', 'told'], gone: false })
})

it('pieces are read as one text where the whole never came', () => {
  const streamed = exampleEvents({ taskId: 'a', chunks: [2, 2] })
  const pieces = ['te', 'a!']
  const cut = streamed
    .filter(({ type }) => type !== 'succeeded')
    .map((event) => (event.type === 'chunk-received' ? { ...event, body: text(pieces.shift() ?? '') } : event))
  expect(bodiesOf(cut, 'received').texts).toEqual(['tea!'])
})

it('it is told of what was released or cut that it is not all there', () => {
  expect(bodiesOf(withBodies(events, { succeeded: { kind: 'omitted', size: 4, why: 'released' } }), 'both').gone).toBe(true)
  expect(bodiesOf(withBodies(events, { succeeded: text('to', { size: 4, kept: 2 }) }), 'received').gone).toBe(true)
  expect(bodiesOf(withBodies(events, { succeeded: { kind: 'omitted', size: 0, why: 'opaque' } }), 'both').gone).toBe(false)
})
