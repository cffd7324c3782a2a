import type { Lesson } from '../schema/lesson-schema.ts'

export const abort: Lesson = {
  id: 'abort',
  part: 'flow',
  minutes: 5,
  title: { zh: '收到响应头之后 abort()', en: '`abort()` after the headers' },
  lesson: { zh: 'fail 和 complete 照样运行，success 不再运行', en: 'fail and complete still run, success never does' },
  story: {
    zh: '第 1 个请求在响应头到达之前被取消，第 2 个在响应头到达的那一刻被取消，此时正文还没收完。',
    en: 'The first request is aborted before its headers arrive. The second is aborted as they arrive, while the body is still on its way.',
  },
  code: `
const early = wx.request({
  url: 'https://api.hillside.example/v1/teas',
  success() {},
  fail() {},
  complete() {},
})
early.onHeadersReceived(() => {})
setTimeout(() => early.abort(), 60)

const late = wx.request({
  url: 'https://api.hillside.example/v1/teas',
  success() {},
  fail() {},
  complete() {},
})
late.onHeadersReceived(() => late.abort())
`,
  scenario: {
    rules: [
      {
        id: 'teas',
        name: 'Teas',
        enabled: true,
        when: { url: 'https://api.hillside.example/v1/teas' },
        respond: { kind: 'response', body: { json: { total: 24, page: 1, size: 6 } }, delay: 40, throttle: { bytesPerSecond: 300 } },
      },
    ],
  },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '第 1 个：响应头之前取消，最先运行的是？', en: 'The first, before the headers: what runs first?' },
      options: [
        { value: 'fail', label: { zh: '`fail`', en: '`fail`' } },
        { value: 'complete', label: { zh: '只有 `complete`', en: 'only `complete`' } },
        { value: 'none', label: { zh: '都不运行', en: 'nothing' } },
      ],
      of: { read: 'heard', call: 1, nth: 1 },
      answer: 'fail',
    },
    {
      kind: 'choice',
      ask: {
        zh: '第 2 个：响应头之后取消，onHeadersReceived 之后运行的是？',
        en: 'The second, after the headers: what follows onHeadersReceived?',
      },
      options: [
        { value: 'success', label: { zh: '`success`', en: '`success`' } },
        { value: 'fail', label: { zh: '`fail`', en: '`fail`' } },
        { value: 'none', label: { zh: '都不运行', en: 'nothing' } },
      ],
      of: { read: 'heard', call: 2, nth: 2 },
      answer: 'fail',
    },
  ],
  claims: [
    { of: { read: 'heard', call: 1 }, operator: 'is', value: ['fail', 'complete'] },
    { of: { read: 'at', call: 1, type: 'failed' }, operator: 'is', value: 60 },
    { of: { read: 'heard', call: 2 }, operator: 'is', value: ['onHeadersReceived', 'fail', 'complete'] },
    { of: { read: 'argument', call: 2, of: 'fail', path: 'errMsg' }, operator: 'is', value: 'request:fail abort' },
  ],
  notes: {
    fail: {
      zh: '`errMsg` 是 `request:fail abort`。已经到的响应头不算回答。',
      en: '`errMsg` is `request:fail abort`. Headers that came already do not make it a success.',
    },
  },
  why: {
    text: {
      zh: '请求还没结束时，`abort()` 让它以 `fail` 结束，`errMsg` 是 `request:fail abort`，然后是 `complete`；响应头到没到都一样。结束之后再 `abort()`，或者再来一次，没有作用。',
      en: 'While a call is under way, `abort()` ends it with `fail`, `errMsg` `request:fail abort`, and then `complete`, whether the headers came or not. After the end, or a second time, it does nothing.',
    },
    rules: [
      { id: 'TASK-1', sure: 'O' },
      { id: 'TASK-3', sure: 'I' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/request/RequestTask.abort.html',
  },
  vary: {
    goal: {
      zh: '第 2 个请求：仍然调用 `abort()`，但让它没有作用。',
      en: 'Second request: still call `abort()`, but let it have no effect.',
    },
    options: [
      {
        label: { zh: '调用两次 `abort()`', en: 'Call `abort()` twice' },
        hint: {
          zh: '第一次已经结束了请求，第二次没有作用，但请求还是失败了。',
          en: 'The first one has ended the call. The second does nothing, but the call has failed.',
        },
        code: [{ from: '() => late.abort()', to: '() => {\n  late.abort()\n  late.abort()\n}' }],
      },
      {
        label: { zh: '推迟 50 ms', en: 'Wait 50 ms first' },
        hint: { zh: '正文还没收完，请求没有结束。', en: 'The body is still on its way: the call has not ended.' },
        code: [{ from: '() => late.abort()', to: '() => setTimeout(() => late.abort(), 50)' }],
      },
      {
        label: { zh: '推迟 1 秒', en: 'Wait 1 s first' },
        code: [{ from: '() => late.abort()', to: '() => setTimeout(() => late.abort(), 1000)' }],
      },
    ],
    check: [{ of: { read: 'heard', call: 2, nth: 2 }, operator: 'is', value: 'success' }],
    reached: { zh: '请求已经结束，`abort()` 什么也没做。', en: 'The call had ended already, so `abort()` did nothing.' },
  },
}
