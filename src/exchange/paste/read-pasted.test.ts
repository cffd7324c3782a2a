import { expect, it } from 'vitest'
import { exampleEvents } from '../../testing/example-events.ts'
import { toHar } from '../har/to-har.ts'
import { readPasted } from './read-pasted.ts'

const ENTRY = {
  startedDateTime: '2026-06-01T08:00:00.000Z',
  time: 12,
  request: {
    method: 'POST',
    url: 'https://api.example.com/orders?a=1',
    headers: [{ name: 'X-Token', value: 'abc' }],
    postData: { mimeType: 'application/json', text: '{"tea":"龙井"}' },
  },
  response: { status: 200, headers: [], content: { size: 0 } },
  timings: { send: 1, wait: 10, receive: 1 },
}
const WANTED = {
  from: 'har',
  method: 'POST',
  url: 'https://api.example.com/orders?a=1',
  header: [['X-Token', 'abc']],
  data: '{"tea":"龙井"}',
  ignored: [],
}

it('reads an entry of a HAR file of any program, and of a whole file the first', () => {
  expect(readPasted(JSON.stringify(ENTRY))).toEqual(WANTED)
  expect(readPasted(` ${JSON.stringify({ log: { version: '1.2', entries: [ENTRY, {}] } }, null, 2)}\n`)).toEqual(WANTED)
})

it('reads an entry that this package wrote', () => {
  const { har } = toHar([exampleEvents({ taskId: 'a' })], { startedAt: Date.UTC(2026, 0), redact: false })
  expect(readPasted(JSON.stringify(har.log.entries[0]))).toMatchObject({ from: 'har', method: 'GET', ignored: [] })
})

it('reads a cURL command, and says why it does not read something else', () => {
  expect(readPasted('curl https://api.example.com/')).toMatchObject({ from: 'curl', method: 'GET', url: 'https://api.example.com/' })
  expect(readPasted('wget https://api.example.com/')).toEqual({ fault: 'not-curl' })
  for (const text of ['{', '{}', '{"log":{}}', '{"log":{"entries":[{"request":1}]}}', '{"__proto__":{"log":1}}'])
    expect(readPasted(text)).toEqual({ fault: 'not-har' })
})
