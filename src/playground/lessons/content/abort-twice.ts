import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

export const abortTwice: Lesson = {
  id: 'abort-twice',
  part: 'flow',
  minutes: 3,
  title: { zh: '`abort()` 两次会怎样？', en: 'What if `abort()` is called twice?' },
  lesson: { zh: '只有第一次起作用，回调只来一遍', en: 'Only the first has an effect; callbacks run once' },
  story: {
    zh: '用户急了，把“取消”点了两下，半秒之后又点了一下。服务器要 400 ms 才回答。',
    en: 'An impatient user presses Cancel twice, and once more after half a second. The server takes 400 ms to answer.',
  },
  code: `
const task = wx.request({
  url: '${API}/v1/teas',
  success() {
    console.log('success')
  },
  fail(err) {
    console.log('fail', err.errMsg)
  },
  complete() {
    console.log('complete')
  },
})
setTimeout(() => {
  task.abort()
  task.abort()
}, 60)
setTimeout(() => task.abort(), 560)
`,
  scenario: { rules: [rule('teas', `${API}/v1/teas`, json({ json: { total: 24 } }, { delay: 400 }))] },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '三次 `abort()`，运行了哪些回调？', en: 'Three times `abort()`: which callbacks run?' },
      options: [
        {
          value: ['fail', 'complete', 'fail', 'complete', 'fail', 'complete'],
          label: { zh: '每次一遍：三个 `fail`，三个 `complete`', en: 'Each time: three `fail`, three `complete`' },
        },
        { value: ['fail', 'complete'], label: { zh: '一个 `fail`，一个 `complete`', en: 'One `fail`, one `complete`' } },
        {
          value: ['fail', 'fail', 'complete'],
          label: { zh: '两个 `fail`，最后一个 `complete`', en: 'Two `fail`, and one `complete` at the end' },
        },
      ],
      of: { read: 'heard', call: 1 },
      answer: ['fail', 'complete'],
    },
  ],
  claims: [
    { of: { read: 'heard', call: 1 }, operator: 'is', value: ['fail', 'complete'] },
    { of: { read: 'at', call: 1, type: 'failed' }, operator: 'is', value: 60 },
    { of: { read: 'count', type: 'failed' }, operator: 'is', value: 1 },
    { of: { read: 'argument', call: 1, of: 'fail', path: 'errMsg' }, operator: 'is', value: 'request:fail abort' },
  ],
  notes: {
    fail: {
      zh: '第一次 `abort()` 结束了请求。后面两次找不到还在进行的请求，什么也不做，也不报错。',
      en: 'The first `abort()` ended the call. The other two find nothing under way: they do nothing, and do not throw.',
    },
  },
  why: {
    text: {
      zh: '一个请求只结束一次。`abort()` 让进行中的请求以 `fail` 结束，然后是 `complete`；结束之后再调用没有作用，所以不必先判断请求是否还在进行。',
      en: 'A call ends once. `abort()` ends one that is under way with `fail`, then `complete`; after the end it has no effect, so there is no need to ask first whether the call is still under way.',
    },
    rules: [
      { id: 'TASK-1', sure: 'O' },
      { id: 'TASK-3', sure: 'I' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/request/RequestTask.abort.html',
  },
  vary: {
    goal: { zh: '让两个请求失败。', en: 'Make two calls fail.' },
    options: [
      {
        label: { zh: '第二次 `abort()` 等 200 ms', en: 'Wait 200 ms before the second `abort()`' },
        hint: { zh: '请求在第一次就结束了，等多久都一样。', en: 'The call ended with the first one, however long you wait.' },
        code: [{ from: '  task.abort()\n  task.abort()', to: '  task.abort()\n  setTimeout(() => task.abort(), 200)' }],
      },
      {
        label: { zh: '在 `fail` 里再 `abort()`', en: '`abort()` again in `fail`' },
        hint: { zh: '`fail` 运行的时候，请求已经结束了。', en: 'When `fail` runs the call is over.' },
        code: [{ from: "    console.log('fail', err.errMsg)", to: "    console.log('fail', err.errMsg)\n    task.abort()" }],
      },
      {
        label: { zh: '再发一个请求，取消它', en: 'Make another request, and abort that' },
        code: [
          {
            from: 'setTimeout(() => task.abort(), 560)',
            to: `const again = wx.request({ url: '${API}/v1/teas', fail() {} })\nsetTimeout(() => again.abort(), 60)`,
          },
        ],
      },
    ],
    check: [{ of: { read: 'count', type: 'failed' }, operator: 'is', value: 2 }],
    reached: { zh: '两个请求，各结束一次。', en: 'Two calls, and each ended once.' },
  },
}
