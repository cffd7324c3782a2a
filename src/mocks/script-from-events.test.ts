import { expect, it } from 'vitest'
import type { TaskEvent } from '../contract/event/task-event.ts'
import { parseRules } from '../contract/parse/parse-rules.ts'
import { scriptFromEvents } from './script-from-events.ts'

const event = (type: string, at: number, rest: object) =>
  ({ taskId: 'a', seq: 0, type, at, listeners: [], ...rest }) as unknown as TaskEvent
const text = (value: string) => ({ body: { kind: 'text', text: value, size: value.length } })

it('a recorded socket becomes a script that waits where the app spoke and speaks as its server did', () => {
  const script = scriptFromEvents([
    event('opened', 100, { header: {}, protocol: '' }),
    event('message-received', 250.4, text('{"hello":true}')),
    event('message-sent', 900, text('{"type":"join","at":1234567}')),
    event('message-received', 1000, text('welcome')),
    event('message-sent', 1100, text('plain words')),
    event('message-received', 1400, { body: { kind: 'base64', base64: 'AAEC', size: 3 } }),
    event('message-received', 1500, { body: { kind: 'omitted', size: 9, why: 'released' } }),
    event('closed', 1600, { by: 'server', code: 4001, reason: 'bye' }),
  ])
  expect(script).toEqual([
    { after: 150, json: { hello: true } },
    { expect: [{ name: '$.type', operator: 'equals', value: 'join' }] },
    { after: 100, text: 'welcome' },
    { expect: [] },
    { after: 300, base64: 'AAEC' },
    { after: 200, close: { code: 4001, reason: 'bye' } },
  ])
  const rule = { id: 'a', name: 'a', enabled: true, when: { url: 'wss://a.example/b' }, respond: { kind: 'socket', script } }
  expect(parseRules([rule])).toEqual([rule])
})

it('a socket that the app closed stays open in its script, and one that broke is dropped', () => {
  expect(scriptFromEvents([event('opened', 1, {}), event('closed', 2, { by: 'app', code: 1000, reason: '' })])).toEqual([])
  expect(scriptFromEvents([event('opened', 1, {}), event('closed', 2, { by: 'server', code: 1006, reason: '' })])).toEqual([
    { after: 1, drop: true },
  ])
})
