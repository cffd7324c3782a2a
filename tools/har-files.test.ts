import { Ajv } from 'ajv'
import draft6 from 'ajv/lib/refs/json-schema-draft-06.json' with { type: 'json' }
import addFormats from 'ajv-formats'
import harSchemas from 'har-schema'
import { describe, expect, it } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import type { TaskEvent } from '../src/contract/event/task-event.ts'
import { toHar } from '../src/exchange/har/to-har.ts'
import { collectHar } from '../src/testing/collect-har.ts'
import { exampleEvents } from '../src/testing/example-events.ts'
import { API, setUpShim } from '../src/testing/set-up-shim.ts'
import { socketEvents } from '../src/testing/socket-events.ts'

const STARTED = Date.parse('2026-06-01T08:00:00.000Z')

const ajv = new Ajv({ allErrors: true, strict: false })
addFormats.default(ajv)
ajv.addMetaSchema(draft6)
for (const schema of Object.values(harSchemas)) ajv.addSchema(schema)
const isHar = ajv.getSchema('har.json#')

describe('a HAR file', () => {
  const calls = async (): Promise<readonly (readonly TaskEvent[])[]> => {
    const shim = setUpShim({
      script: { header: { 'Content-Type': 'application/json' }, cookies: ['a=1; Path=/; HttpOnly'], body: '{"x":"中"}' },
    })
    await shim.run({ url: `${API}?名=值&a=1`, method: 'POST', data: { 中: '文' } })
    await shim.upload()
    const ids = [...new Set(shim.events.map(({ taskId }) => taskId))]
    return [
      ...ids.map((id) => shim.events.filter(({ taskId }) => taskId === id)),
      exampleEvents({ taskId: 'ok', queuedFor: 10 }),
      exampleEvents({ taskId: 'binary', body: { kind: 'base64', base64: 'AAEC', size: 3 } }),
      exampleEvents({ taskId: 'failed', error: { kind: 'network', name: 'ERR_CONNECTION_RESET', errMsg: 'request:fail' } }),
      exampleEvents({ taskId: 'running', upTo: 4 }),
      socketEvents('socket'),
    ]
  }

  it('is valid by the schema of the format', async () => {
    const { har } = toHar(await calls(), { startedAt: STARTED })
    isHar?.(JSON.parse(JSON.stringify(har)))
    expect(isHar?.errors).toBeNull()
    expect(har.log.creator).toEqual({ name: packageJson.name, version: packageJson.version })
    expect(har.log.entries[0]).toMatchObject({
      request: { method: 'POST', postData: { mimeType: 'application/json', text: '{"中":"文"}' } },
      response: { status: 200, cookies: [{ name: 'a', path: '/', httpOnly: true }], content: { text: '{"x":"中"}' } },
    })
    expect(har.log.entries.at(-1)).toMatchObject({
      _resourceType: 'websocket',
      _webSocketMessages: expect.arrayContaining([expect.anything()]),
    })
  })

  it('brings back what was noted about calls, and nothing else', async () => {
    const recorded = await calls()
    const ids = recorded.map(([created]) => created?.taskId ?? '')
    const marks = new Map([
      [ids[0] ?? '', { pinned: true, note: 'slow; token=abcdefgh1234' } as const],
      ['ok', { color: 'green' } as const],
    ])
    const { har } = toHar(recorded, { startedAt: STARTED, marks })
    expect(JSON.stringify(har)).not.toContain('abcdefgh1234')
    const opened = await collectHar(JSON.stringify(har))
    expect(opened.marks.get(ids[0] ?? '')).toMatchObject({ pinned: true, note: expect.stringMatching(/^slow; token=redacted-\d$/) })
    expect(opened.marks.get('ok')).toEqual({ color: 'green' })
    expect(opened.marks.size).toBe(2)
    Object.assign(har.log.entries[0]?._wx ?? {}, { mark: { pinned: 'yes', color: 'javascript:', note: 7, more: 1 } })
    expect((await collectHar(JSON.stringify(har))).marks.size).toBe(1)
  })

  it('brings back the very events of each call', async () => {
    const recorded = await calls()
    const { har } = toHar(recorded, { startedAt: STARTED + 0.25, redact: false })
    const opened = await collectHar(JSON.stringify(har))
    expect(opened).toMatchObject({ startedAt: STARTED + 0.25, skipped: [] })
    for (const call of recorded)
      expect(opened.calls.find(([created]) => created?.taskId === call[0]?.taskId)).toEqual(JSON.parse(JSON.stringify(call)))
  })

  it('keeps the text of a message of a socket to itself', async () => {
    const { har, replaced } = toHar([socketEvents('socket')], { startedAt: STARTED })
    expect(JSON.stringify(har)).not.toContain('welcome')
    expect(replaced.some(({ place }) => place === 'message')).toBe(true)
  })
})
