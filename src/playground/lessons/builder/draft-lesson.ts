import type { BodySnapshot } from '../../../contract/event/body-snapshot.ts'
import type { Json } from '../../../contract/event/json.ts'
import { withoutQuery } from '../../../contract/event/without-query.ts'
import type { MockAnswer, MockRule } from '../../../contract/mock/mock-rule.ts'
import { Redactor, type TaskSnapshot } from '../../../entry/record.ts'
import { readRecording } from '../run/read-recording.ts'
import { heardOf, type Recording } from '../run/recording.ts'
import type { Check, Lesson, Reading } from '../schema/lesson-schema.ts'

/** A recorded call, and the body of its answer as far as the record still holds it. */
export interface RecordedCall {
  readonly task: TaskSnapshot
  readonly body: BodySnapshot | undefined
}

/** Calls of one lesson at most: more do not fit one screen. */
export const MOST_CALLS = 3

/** The options of a call that a lesson repeats. */
const OPTIONS = ['url', 'method', 'data', 'header', 'timeout', 'dataType', 'responseType', 'enableChunked', 'redirect'] as const

/**
 * A lesson that makes these calls again, with their answers as rules. Its texts are a beginning, and its question and checks are about
 * what runs first; `factsOf` a run of it suggests others.
 */
export function draftLesson(recorded: readonly RecordedCall[]): Lesson {
  const calls = withoutSecrets(recorded)
  const origins = [...new Set(calls.filter(({ task }) => task.check?.verdict !== 'refused').map(({ task }) => new URL(task.url).origin))]
  const succeeds = calls[0]?.task.state === 'succeeded'
  const first: Reading = { read: 'heard', call: 1, nth: 1 }
  const [rule] = rulesOf(calls)
  return {
    id: 'my-lesson',
    part: 'results',
    minutes: 4,
    title: { zh: '我的课', en: 'My lesson' },
    lesson: { zh: '学到的一句话', en: 'What was learnt, in one line' },
    story: { zh: '小程序发出下面的请求。', en: 'A mini-program makes the calls below.' },
    code: calls.map(({ task }, nth) => codeOf(task, nth + 1)).join('\n'),
    scenario: { rules: rulesOf(calls), settings: { domains: { request: origins } } },
    questions: [
      {
        kind: 'choice',
        ask: { zh: '最先运行的是哪个回调？', en: 'Which callback runs first?' },
        options: ['success', 'fail', 'complete'].map((name) => ({ value: name, label: { zh: `\`${name}\``, en: `\`${name}\`` } })),
        of: first,
        answer: succeeds ? 'success' : 'fail',
      },
    ],
    claims: [{ of: first, operator: 'is', value: succeeds ? 'success' : 'fail' }],
    why: {
      text: {
        zh: '服务器给了任何回答，都运行 `success`；没有回答，才运行 `fail`。',
        en: 'With any answer of a server `success` runs; without one, `fail`.',
      },
      rules: [{ id: 'RES-6', sure: 'D' }],
      source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
    },
    vary: {
      goal: succeeds ? { zh: '让 `fail` 运行。', en: 'Make `fail` run.' } : { zh: '让 `success` 运行。', en: 'Make `success` run.' },
      options: [
        {
          label: { zh: '服务器回 500', en: 'The server answers 500' },
          ...(succeeds && { hint: { zh: '500 也是一个回答。', en: 'A 500 is an answer, too.' } }),
          scenario: {
            rules: rule ? [{ ...rule, respond: { kind: 'response', status: 500, body: { text: 'Internal Server Error' } } }] : [],
            settings: { domains: { request: [new URL(calls[0]?.task.url ?? 'https://api.example').origin] } },
          },
        },
        {
          label: { zh: '断开网络', en: 'Go offline' },
          ...(!succeeds && { hint: { zh: '没有网络就没有回答。', en: 'Without a network there is no answer.' } }),
          scenario: { settings: { domains: { request: origins }, conditions: { preset: 'offline' } } },
        },
      ],
      check: [{ of: first, operator: 'is', value: succeeds ? 'fail' : 'success' }],
      reached: succeeds ? { zh: '没有回答到达。', en: 'No answer came.' } : { zh: '有了回答。', en: 'There was an answer.' },
    },
  }
}

/** What a run shows that a lesson could claim or ask for. */
export function factsOf(recording: Recording): readonly Check[] {
  return recording.tasks.flatMap((task, nth) => {
    const call = nth + 1
    const names = heardOf(recording, call).map(({ name }) => name)
    const readings: Reading[] = [{ read: 'heard', call }]
    if (names.length > 0) readings.push({ read: 'heard', call, nth: 1 })
    if (names.includes('success')) readings.push({ read: 'argument', call, of: 'success', path: 'statusCode' })
    if (names.includes('fail')) {
      readings.push({ read: 'argument', call, of: 'fail', path: 'errMsg' })
      if (task.error?.errno !== undefined) readings.push({ read: 'argument', call, of: 'fail', path: 'errno' })
      readings.push({ read: 'at', call, type: 'failed' })
    } else readings.push({ read: 'at', call, type: 'succeeded' })
    if (task.queuedBehind !== undefined) readings.push({ read: 'event', call, type: 'queued', path: 'ahead' })
    if (task.chunks > 1) readings.push({ read: 'count', type: 'chunk-received', call })
    return readings.flatMap((of): Check[] => {
      const value = readRecording(recording, of)
      return value === undefined ? [] : [{ of, operator: 'is', value }]
    })
  })
}

function codeOf({ given }: TaskSnapshot, call: number): string {
  const options = OPTIONS.flatMap((name) => {
    const value = given[name]
    return value === undefined ? [] : [`  ${name}: ${literal(value, '  ')},`]
  })
  return [
    'wx.request({',
    ...options,
    '  success(res) {',
    `    console.log(${call}, 'success', res.statusCode)`,
    '  },',
    '  fail(err) {',
    `    console.log(${call}, 'fail', err.errMsg)`,
    '  },',
    '})',
    '',
  ].join('\n')
}

/** A lesson is handed on: what lets someone in stays here. */
function withoutSecrets(calls: readonly RecordedCall[]): readonly RecordedCall[] {
  const kept = new Redactor().redactData(calls.map(({ task: { given, url }, body }) => ({ given, url, body })))
  return calls.map(({ task, body }, nth) => {
    const { given, url, body: shown } = kept[nth] ?? { ...task, body }
    return { task: { ...task, given, url }, body: shown }
  })
}

/** A value as code writes it. */
function literal(value: Json, indent: string): string {
  if (typeof value === 'string') return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, indent)).join(', ')}]`
  const deeper = `${indent}  `
  const pairs = Object.entries(value).map(([key, each]) => {
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : literal(key, '')
    return `${deeper}${name}: ${literal(each, deeper)},`
  })
  return pairs.length === 0 ? '{}' : `{\n${pairs.join('\n')}\n${indent}}`
}

function rulesOf(calls: readonly RecordedCall[]): MockRule[] {
  return calls.flatMap(({ task, body }, nth) => {
    const respond = answerOf(task, body)
    const url = withoutQuery(task.url)
    return respond
      ? [{ id: `call-${nth + 1}`, name: `${task.method} ${url}`, enabled: true, when: { url, method: task.method }, respond }]
      : []
  })
}

function answerOf({ error, header, marks, statusCode }: TaskSnapshot, body: BodySnapshot | undefined): MockAnswer | undefined {
  if (error?.kind === 'network') return { kind: 'fail', error: error.name }
  if (error?.kind === 'timed-out') return { kind: 'hang' }
  if (error || statusCode === undefined) return undefined
  const type = Object.entries(header ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const waited = Math.round((marks.headersReceived ?? 0) - (marks.started ?? 0))
  return {
    kind: 'response',
    status: statusCode,
    ...(type !== undefined && { headers: { 'Content-Type': type } }),
    ...(body?.kind === 'text' && { body: bodyOf(body.text) }),
    ...(body?.kind === 'base64' && { body: { base64: body.base64 } }),
    delay: Math.max(0, Math.min(waited, 10_000)),
  }
}

function bodyOf(text: string) {
  try {
    return { json: JSON.parse(text) as Json }
  } catch {
    return { text }
  }
}
