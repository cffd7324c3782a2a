import type { Lesson } from '../schema/lesson-schema.ts'

export const timeout: Lesson = {
  id: 'timeout',
  part: 'results',
  minutes: 4,
  title: { zh: '两个超时，听谁的？', en: 'Two timeouts: which one counts?' },
  lesson: { zh: '调用里的 timeout 优先，其次 app.json，都没有是 60 秒', en: 'The option first, then app.json, else 60 seconds' },
  story: {
    zh: 'app.json 里写着 `networkTimeout.request: 3000`，这次调用里写着 `timeout: 1000`。服务器要 2 秒才回答。',
    en: 'app.json says `networkTimeout.request: 3000`, and this call says `timeout: 1000`. The server takes 2 seconds to answer.',
  },
  code: `
// app.json: "networkTimeout": { "request": 3000 }
wx.request({
  url: 'https://api.hillside.example/v1/orders',
  timeout: 1000,
  success(res) {
    console.log('success', res.statusCode)
  },
  fail(err) {
    console.log('fail', err.errMsg)
  },
})
`,
  scenario: {
    rules: [
      {
        id: 'slow',
        name: 'Slow',
        enabled: true,
        when: { url: 'https://api.hillside.example/v1/orders' },
        respond: { kind: 'response', body: { json: [] }, delay: 2000 },
      },
    ],
    settings: { networkTimeout: { request: 3000 } },
  },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '超时 1 秒还是 3 秒，会怎么结束？', en: 'A timeout of 1 s or of 3 s: how does it end?' },
      options: [
        { value: 1000, label: { zh: '1 秒后 `fail`', en: '`fail` after 1 s' } },
        { value: 'success', label: { zh: '2 秒后 `success`', en: '`success` after 2 s' } },
        { value: 3000, label: { zh: '3 秒后 `fail`', en: '`fail` after 3 s' } },
      ],
      of: { read: 'event', call: 1, type: 'failed', path: 'error.after' },
      answer: 1000,
    },
    {
      kind: 'number',
      ask: { zh: '回调在第几毫秒运行？', en: 'At which millisecond does the callback run?' },
      unit: { zh: '毫秒', en: 'ms' },
      within: 200,
      of: { read: 'at', call: 1, type: 'failed' },
      answer: 1000,
    },
  ],
  claims: [
    { of: { read: 'event', call: 1, type: 'failed', path: 'error.kind' }, operator: 'is', value: 'timed-out' },
    { of: { read: 'event', call: 1, type: 'failed', path: 'error.after' }, operator: 'is', value: 1000 },
    { of: { read: 'at', call: 1, type: 'failed' }, operator: 'is', value: 1000 },
    { of: { read: 'argument', call: 1, of: 'fail', path: 'errno' }, operator: 'is', value: 5 },
  ],
  notes: {
    failed: {
      zh: '到了 1000 ms，回答还没来，请求被终止。服务器后来的回答没有人听。',
      en: '1000 ms have passed without an answer, so the call ends. Nobody hears what the server says later.',
    },
  },
  why: {
    text: {
      zh: '超时先看这次调用的 `timeout`，没有再看 app.json 的 `networkTimeout`，都没有就是 60,000 ms。它们不相加，也不取大的。',
      en: 'The option `timeout` of the call comes first, then `networkTimeout` of app.json, else 60,000 ms. They are not added, and the longer one does not win.',
    },
    rules: [
      { id: 'LIM-4', sure: 'D' },
      { id: 'ERR-6', sure: 'O' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
  },
  vary: {
    goal: { zh: '服务器仍然要 2 秒。让 `success` 运行。', en: 'The server still takes 2 s. Make `success` run.' },
    options: [
      {
        label: { zh: 'app.json 改成 60000', en: 'app.json says 60000' },
        hint: {
          zh: '这次调用自己写了 `timeout`，app.json 的不算。',
          en: 'This call has a `timeout` of its own, so that of app.json does not count.',
        },
        scenario: { settings: { networkTimeout: { request: 60_000 } } },
        code: [{ from: '"request": 3000', to: '"request": 60000' }],
      },
      { label: { zh: '`timeout: 2500`', en: '`timeout: 2500`' }, code: [{ from: 'timeout: 1000', to: 'timeout: 2500' }] },
      { label: { zh: '去掉 `timeout`', en: 'Leave `timeout` out' }, code: [{ from: '  timeout: 1000,\n', to: '' }] },
      {
        label: { zh: '`timeout: 1500`', en: '`timeout: 1500`' },
        hint: { zh: '还是比服务器的 2 秒短。', en: 'Still shorter than the 2 s of the server.' },
        code: [{ from: 'timeout: 1000', to: 'timeout: 1500' }],
      },
    ],
    check: [{ of: { read: 'heard', call: 1, nth: 1 }, operator: 'is', value: 'success' }],
    reached: { zh: '回答赶在超时之前到了。', en: 'The answer came before the timeout.' },
  },
}
