import { expect, it } from 'vitest'
import type { MessageReceived, MessageSent } from '../../../contract/event/socket-event.ts'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import { placeOfEvent } from '../task/place-of-event.ts'
import { EVERY_MESSAGE, MessageIndex } from './message-index.ts'

const stamp = (seq: number) => ({ taskId: 't', seq, at: seq })
const received = (seq: number, text: string): MessageReceived => ({
  ...stamp(seq),
  type: 'message-received',
  form: 'text',
  body: { kind: 'text', text, size: text.length },
  listeners: [],
})
const sent = (seq: number, text: string): MessageSent => ({
  ...stamp(seq),
  type: 'message-sent',
  form: 'text',
  body: { kind: 'text', text, size: text.length },
  by: 'app',
})
const started: TaskEvent = { ...stamp(0), type: 'started' }

it('shows only messages, and of those that came later no more than the new ones', () => {
  const index = new MessageIndex()
  const events = [started, sent(1, 'a'), received(2, 'b')]
  const first = index.show(events, EVERY_MESSAGE)
  expect(first.places).toEqual([1, 2])
  expect(index.show([...events, received(3, 'c')], EVERY_MESSAGE)).toMatchObject({ places: [1, 2, 3], total: 3 })
})

it('gives the same list while nothing came that fits', () => {
  const index = new MessageIndex()
  const filter = { text: 'x', direction: 'all' } as const
  const events = [started, received(1, 'has an X')]
  expect(index.show([...events, sent(2, 'none')], filter).places).toBe(index.show([...events, sent(2, 'none')], filter).places)
})

it('looks for a text without regard to case, and in one direction when asked', () => {
  const events = [sent(0, 'Ping'), received(1, 'ping'), received(2, 'other')]
  const index = new MessageIndex()
  expect(index.show(events, { text: 'PING', direction: 'all' }).places).toEqual([0, 1])
  expect(index.show(events, { text: 'PING', direction: 'received' }).places).toEqual([1])
  expect(index.show(events, { text: '', direction: 'sent' }).places).toEqual([0])
})

it('starts anew for another socket', () => {
  const index = new MessageIndex()
  index.show([sent(0, 'a'), sent(1, 'b')], EVERY_MESSAGE)
  const other: TaskEvent = { ...sent(0, 'c'), taskId: 'u' }
  expect(index.show([other], EVERY_MESSAGE)).toMatchObject({ places: [0], total: 1 })
})

it('counts the bodies that were released, also those released since it last looked', () => {
  const index = new MessageIndex()
  const events = [received(0, 'a'), received(1, 'b')]
  expect(index.show(events, EVERY_MESSAGE).released).toBe(0)
  const lost: TaskEvent = { ...received(0, ''), body: { kind: 'omitted', size: 1, why: 'released' } }
  expect(index.show([lost, events[1] as TaskEvent], EVERY_MESSAGE).released).toBe(1)
})

it('looks anew when older messages became one event, and counts them apart', () => {
  const index = new MessageIndex()
  const events = Array.from({ length: 6 }, (_, seq) => received(seq, `nr ${seq}`))
  expect(index.show(events, EVERY_MESSAGE)).toMatchObject({ total: 6, condensed: 0 })
  const none = { count: 0, bytes: 0 }
  const condensed: TaskEvent = {
    ...stamp(0),
    type: 'condensed',
    count: 4,
    until: 3,
    sent: none,
    received: { count: 4, bytes: 16 },
    refused: 0,
  }
  const fewer = [condensed, ...events.slice(4), received(6, 'new')]
  expect(index.show(fewer, EVERY_MESSAGE)).toMatchObject({ places: [1, 2, 3], total: 3, condensed: 4 })
  // As many as it has seen, but others.
  const moved = [{ ...condensed, count: 5 }, events[5] as TaskEvent, received(6, 'new'), received(7, 'newer')]
  expect(index.show(moved, EVERY_MESSAGE)).toMatchObject({ places: [1, 2, 3], total: 3, condensed: 5 })
})

it('finds an event by its seq, and none that is gone', () => {
  const events = [started, received(4, 'a'), received(5, 'b'), received(6, 'c')]
  expect([0, 4, 6, 2, 9].map((seq) => placeOfEvent(events, seq))).toEqual([0, 1, 3, undefined, undefined])
})
