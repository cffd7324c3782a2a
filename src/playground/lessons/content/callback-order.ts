import type { Lesson } from '../schema/lesson-schema.ts'

export const callbackOrder: Lesson = {
  id: 'callback-order',
  part: 'results',
  minutes: 3,
  title: { zh: '回调按什么次序运行？', en: 'In which order do callbacks run?' },
  lesson: {
    zh: '先是下一行代码，onHeadersReceived 次之，complete 最后',
    en: 'First the next line, then onHeadersReceived; complete comes last',
  },
  story: {
    zh: '一次请求有几个地方可以写代码：调用之后的那一行，响应头的监听，`success`，`complete`。它们谁先谁后？',
    en: 'One request has several places for code: the line after the call, the listener for headers, `success`, `complete`. Which comes first?',
  },
  code: `
const task = wx.request({
  url: 'https://api.hillside.example/v1/teas',
  success() {
    console.log('success')
  },
  complete() {
    console.log('complete')
  },
})
task.onHeadersReceived(() => {
  console.log('onHeadersReceived')
})
console.log('next line')
`,
  scenario: {
    rules: [
      {
        id: 'teas',
        name: 'Teas',
        enabled: true,
        when: { url: 'https://api.hillside.example/v1/teas' },
        respond: { kind: 'response', body: { json: { total: 24 } }, delay: 30, throttle: { bytesPerSecond: 2000 } },
      },
    ],
  },
  questions: [
    {
      kind: 'order',
      ask: { zh: '控制台里会按什么次序出现？', en: 'In which order do they appear in the console?' },
      cards: ['success', 'complete', 'next line', 'onHeadersReceived'],
      of: { read: 'console' },
      answer: ['next line', 'onHeadersReceived', 'success', 'complete'],
    },
  ],
  claims: [
    { of: { read: 'console' }, operator: 'is', value: ['next line', 'onHeadersReceived', 'success', 'complete'] },
    { of: { read: 'heard', call: 1 }, operator: 'is', value: ['onHeadersReceived', 'success', 'complete'] },
  ],
  notes: {
    onHeadersReceived: {
      zh: '状态码和响应头到了，正文还在路上。此时 `success` 还没有运行。',
      en: 'Status and headers are here, the body is still on its way. `success` has not run yet.',
    },
    complete: {
      zh: '`complete` 总在 `success` 或 `fail` 之后，拿到同一个对象。',
      en: '`complete` always follows `success` or `fail`, and gets the same object.',
    },
  },
  why: {
    text: {
      zh: '`wx.request` 立刻返回，回调从不在调用里面运行，所以下一行代码最先。响应头到达时运行 onHeadersReceived，正文收完才是 `success`，最后是 `complete`。',
      en: '`wx.request` returns at once and no callback runs inside the call, so the next line is first. Headers bring onHeadersReceived, the complete body brings `success`, and `complete` is last.',
    },
    rules: [
      { id: 'RES-14', sure: 'D' },
      { id: 'RES-11', sure: 'D' },
      { id: 'RES-9', sure: 'I' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/request/RequestTask.onHeadersReceived.html',
  },
  vary: {
    goal: { zh: '让 `fail` 或 `success` 成为这次请求的第一个回调。', en: 'Make `fail` or `success` the first callback of this call.' },
    options: [
      {
        label: { zh: '状态码改成 500', en: 'Status code 500' },
        hint: { zh: '500 也有响应头。', en: 'A 500 has headers too.' },
        scenario: {
          rules: [
            {
              id: 'broken',
              name: 'Broken',
              enabled: true,
              when: { url: 'https://api.hillside.example/v1/teas' },
              respond: { kind: 'response', status: 500, delay: 30 },
            },
          ],
        },
      },
      {
        label: { zh: '调用之后马上 `abort()`', en: '`abort()` right after the call' },
        code: [{ from: "console.log('next line')", to: "console.log('next line')\ntask.abort()" }],
      },
      {
        label: { zh: '把监听写在最后', en: 'Put the listener last' },
        hint: { zh: '监听写在哪一行都行，只要在响应头到达之前。', en: 'Any line will do, as long as it is before the headers arrive.' },
        code: [
          {
            from: "task.onHeadersReceived(() => {\n  console.log('onHeadersReceived')\n})\nconsole.log('next line')",
            to: "console.log('next line')\ntask.onHeadersReceived(() => {\n  console.log('onHeadersReceived')\n})",
          },
        ],
      },
    ],
    check: [{ of: { read: 'heard', call: 1, nth: 1 }, operator: 'is-not', value: 'onHeadersReceived' }],
    reached: { zh: '没有响应头到达，直接结束了。', en: 'No headers arrived: the call went straight to its end.' },
  },
}
