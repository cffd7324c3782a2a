import { expect, it } from 'vitest'
import { createInspector } from '../../../entry/inspector.ts'
import { checkLesson } from '../run/check-lesson.ts'
import { runLesson } from '../run/run-lesson.ts'
import { createVirtualClock } from '../run/virtual-clock.ts'
import { findFaults } from '../schema/lesson-schema.ts'
import { draftLesson, factsOf } from './draft-lesson.ts'

const API = 'https://shop.example'

/** What is recorded of a call that is made with these options. */
async function record(option: object, respond: object) {
  const clock = createVirtualClock()
  const inspector = createInspector({
    clock,
    serviceWorker: false,
    rules: [{ id: 'a', name: 'a', enabled: true, when: { url: `${API}/*` }, respond } as never],
    settings: { domains: { request: [API] }, domainCheck: 'enforce', unmatched: 'fail' },
  })
  await inspector.ready
  inspector.wx.request({ url: `${API}/v1/teas`, ...option } as never)
  await clock.run(120_000)
  const tasks = inspector.tasks()
  const bodyOf = (id: string) => inspector.events(id).flatMap((event) => (event.type === 'succeeded' ? [event.body] : []))[0]
  const calls = tasks.map((task) => ({ task, body: bodyOf(task.taskId) }))
  await inspector.dispose()
  return calls
}

it('makes a lesson of a recorded call that holds what it says, without its secrets', async () => {
  const calls = await record(
    {
      url: `${API}/v1/teas?access_token=planted-query&sign=planted-sign`,
      method: 'POST',
      data: { name: "it's", deep: [1], password: 'planted-password' },
      header: {
        Authorization: 'Bearer planted-1',
        'X-Api-Key': 'planted-key',
        'Proxy-Authorization': 'planted-proxy',
        token: 'planted-token',
      },
    },
    {
      kind: 'response',
      status: 404,
      headers: { 'X-Auth-Token': 'planted-answer' },
      body: { json: { code: 'NO_TEA', session_key: 'planted-session' } },
      delay: 30,
    },
  )
  const lesson = draftLesson(calls)
  expect(findFaults(lesson)).toEqual([])
  expect(await checkLesson(lesson)).toEqual([])
  expect(lesson.code).toContain("name: 'it\\'s'")
  expect(lesson.code).toMatch(/Authorization: 'Bearer redacted-\d'/)
  expect(JSON.stringify(lesson)).not.toContain('planted')
  expect(JSON.parse(JSON.stringify(lesson))).toEqual(lesson)
})

it('makes one of a call that failed, too', async () => {
  const lesson = draftLesson(await record({}, { kind: 'fail', error: 'ERR_CONNECTION_REFUSED' }))
  expect(findFaults(lesson)).toEqual([])
  expect(await checkLesson(lesson)).toEqual([])
})

it('suggests what the run shows: callbacks in their order, status, moment', async () => {
  const lesson = draftLesson(await record({}, { kind: 'response', status: 201 }))
  expect(factsOf(await runLesson(lesson))).toEqual([
    { of: { read: 'heard', call: 1 }, operator: 'is', value: ['success'] },
    { of: { read: 'heard', call: 1, nth: 1 }, operator: 'is', value: 'success' },
    { of: { read: 'argument', call: 1, of: 'success', path: 'statusCode' }, operator: 'is', value: 201 },
    { of: { read: 'at', call: 1, type: 'succeeded' }, operator: 'is', value: expect.any(Number) },
  ])
})
