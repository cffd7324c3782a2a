import type { Lesson } from '../schema/lesson-schema.ts'

export const notFound: Lesson = {
  id: 'not-found',
  part: 'results',
  minutes: 4,
  title: { zh: '404 是 success 还是 fail？', en: 'Is a 404 `success` or `fail`?' },
  lesson: { zh: '服务器答了就是 success，状态码要自己看', en: 'Any answer is a success; look at the status yourself' },
  story: {
    zh: '顾客点开一款已经下架的茶。服务器收到了请求，也好好地回了一句：没有这款茶，状态码 404。下面的代码里，哪个回调会运行？',
    en: 'A customer opens a tea that is no longer sold. The server gets the request and answers properly: no such tea, status 404. Which callback of the code below runs?',
  },
  code: `
const task = wx.request({
  url: 'https://api.hillside.example/v1/teas/moon-tea',
  success(res) {
    console.log('success', res.statusCode)
  },
  fail(err) {
    console.log('fail', err.errMsg)
  },
  complete() {
    console.log('complete')
  },
})
`,
  scenario: {
    rules: [
      {
        id: 'gone',
        name: 'No such tea',
        enabled: true,
        when: { url: 'https://api.hillside.example/v1/teas/moon-tea' },
        respond: { kind: 'response', status: 404, body: { json: { code: 'TEA_NOT_FOUND', message: '没有这款茶' } }, delay: 30 },
      },
    ],
  },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '服务器回了 404，运行的是哪一个？', en: 'The server answers 404. Which one runs?' },
      options: [
        { value: 'success', label: { zh: '`success`', en: '`success`' } },
        { value: 'fail', label: { zh: '`fail`', en: '`fail`' } },
        { value: 'complete', label: { zh: '只有 `complete`', en: 'only `complete`' } },
      ],
      of: { read: 'heard', call: 1, nth: 1 },
      answer: 'success',
    },
  ],
  claims: [
    { of: { read: 'heard', call: 1 }, operator: 'is', value: ['success', 'complete'] },
    { of: { read: 'argument', call: 1, of: 'success', path: 'statusCode' }, operator: 'is', value: 404 },
    { of: { read: 'argument', call: 1, of: 'success', path: 'errMsg' }, operator: 'is', value: 'request:ok' },
  ],
  notes: {
    success: {
      zh: '响应收完了，服务器的回答是 404。请求有了回答，所以 wx 调用 `success`，把 `statusCode: 404` 交给它；`fail` 没有被调用。',
      en: 'The response is complete, and the answer is 404. An answer is an answer: wx calls `success` with `statusCode: 404`. `fail` is not called.',
    },
  },
  why: {
    text: {
      zh: '服务器回答的任何状态码，包括 4xx 和 5xx，都进 `success`。`fail` 的意思是没有收到回答：网络、超时、域名校验，或 `abort()`。所以判断业务成败，要在 `success` 里看 `res.statusCode`。',
      en: 'Every status that a server answers, 4xx and 5xx too, goes to `success`. `fail` means that no answer arrived: network, timeout, domain check or `abort()`. So look at `res.statusCode` inside `success`.',
    },
    rules: [{ id: 'RES-6', sure: 'D' }],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
  },
  vary: {
    goal: { zh: '让 `fail` 运行。', en: 'Make `fail` run.' },
    options: [
      {
        label: { zh: '状态码改成 500', en: 'Status code 500' },
        hint: { zh: '500 仍然是一个回答。什么会让回答到不了？', en: '500 is still an answer. What would keep any answer from arriving?' },
        scenario: {
          rules: [
            {
              id: 'broken',
              name: 'Broken',
              enabled: true,
              when: { url: 'https://api.hillside.example/v1/teas/moon-tea' },
              respond: { kind: 'response', status: 500, body: { text: 'Internal Server Error' }, delay: 30 },
            },
          ],
        },
      },
      {
        label: { zh: '超时设为 50 ms', en: 'Timeout of 50 ms' },
        code: [{ from: '  success(res) {', to: '  timeout: 50,\n  success(res) {' }],
      },
      { label: { zh: '断开网络', en: 'Network offline' }, scenario: { settings: { conditions: { preset: 'offline' } } } },
      {
        label: { zh: '多写一行日志', en: 'One more line of log' },
        hint: { zh: '回调里做什么，不影响哪个回调运行。', en: 'What a callback does has no say in which one runs.' },
        code: [{ from: "console.log('success', res.statusCode)", to: "console.log('success', res.statusCode)\n    console.error('404!')" }],
      },
    ],
    check: [{ of: { read: 'heard', call: 1 }, operator: 'contains', value: 'fail' }],
    reached: { zh: '没有回答到达，`fail` 运行了。', en: 'No answer arrived, so `fail` ran.' },
  },
}
