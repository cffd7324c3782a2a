import { expect, it } from 'vitest'
import type { Held, Resumed } from '../../../contract/event/hold-event.ts'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import { exampleEvents } from '../../../testing/example-events.ts'
import { heldEdits } from './held-edits.ts'
import { sentBody } from './sent-body.ts'

const stamp = { taskId: 'a', seq: 0, at: 1 }
const held: Held = { ...stamp, type: 'held', gate: 'send', continueAfter: 1000, timeout: 'frozen' }

function eventsWith(...resumed: readonly Partial<Resumed>[]): readonly TaskEvent[] {
  const [created, ...others] = exampleEvents({ taskId: 'a', url: 'https://api.example.com/v1/teas' })
  const gates = resumed.flatMap((each) => [held, { ...stamp, type: 'resumed', gate: 'send', by: 'person', ...each } as Resumed])
  return [created as TaskEvent, ...gates, ...others]
}

it('tells what was changed before sending, and what it was', () => {
  const edits = heldEdits(eventsWith({ change: { url: 'https://api.example.com/v2/teas', header: { 'X-New': '1' } } }))
  expect(edits).toContainEqual({ part: 'url', before: 'https://api.example.com/v1/teas', after: 'https://api.example.com/v2/teas' })
  expect(edits).toContainEqual({ part: 'header', name: 'X-New', before: undefined, after: '1' })
})

it('holds each change against the one before it', () => {
  const edits = heldEdits(eventsWith({ change: { method: 'PUT' } }, { change: { method: 'POST' } }))
  expect(edits.slice(-1)).toEqual([{ part: 'method', before: 'PUT', after: 'POST' }])
})

it('shows the body that was put in its place', () => {
  const body = { kind: 'text', text: '{"a":1}', size: 7 } as const
  expect(sentBody(eventsWith({ body }))).toEqual(body)
  expect(heldEdits(eventsWith({ body }))).toMatchObject([{ part: 'body', after: '7\u202fB' }])
})

it('has nothing to tell of a call that went on as it was', () => {
  expect(heldEdits(eventsWith({}))).toEqual([])
})
