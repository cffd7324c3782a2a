import type { Lesson } from '../schema/lesson-schema.ts'

export const queue: Lesson = {
  id: 'queue',
  part: 'flow',
  minutes: 5,
  title: { zh: '第 11 个请求去了哪里？', en: 'Where does the 11th request go?' },
  lesson: { zh: '同时十个，其余按调用次序排队', en: 'Ten at once; the rest wait in the order of the calls' },
  story: {
    zh: '一个列表页同时请求 12 张茶的详情，每个回答要 400 ms 左右。并发上限是 10。',
    en: 'A list asks for the details of 12 teas at once, and each answer takes some 400 ms. Ten may run at a time.',
  },
  code: `
for (let n = 1; n <= 12; n += 1) {
  wx.request({
    url: 'https://api.hillside.example/v1/teas/' + n,
    success() {
      console.log(n, 'success')
    },
    fail(err) {
      console.log(n, err.errMsg)
    },
  })
}
`,
  scenario: {
    rules: [
      {
        id: 'tea',
        name: 'Tea',
        enabled: true,
        when: { url: 'https://api.hillside.example/v1/teas/:id' },
        respond: { kind: 'response', body: { json: { name: '明前龙井' } }, delay: 400 },
      },
    ],
  },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '第 11 个请求会怎样？', en: 'What happens to the 11th?' },
      options: [
        { value: 0, label: { zh: '排队，等名额', en: 'It waits for a slot' } },
        { value: 'fail', label: { zh: '马上 `fail`', en: '`fail`, at once' } },
        { value: 'sent', label: { zh: '也马上发出', en: 'It leaves at once, too' } },
      ],
      of: { read: 'event', call: 11, type: 'queued', path: 'ahead' },
      answer: 0,
    },
    {
      kind: 'number',
      ask: { zh: '一共有几个请求排了队？', en: 'How many requests have to wait?' },
      unit: { zh: '个', en: 'requests' },
      of: { read: 'count', type: 'queued' },
      answer: 2,
    },
  ],
  claims: [
    { of: { read: 'count', type: 'queued' }, operator: 'is', value: 2 },
    { of: { read: 'count', type: 'queued', call: 10 }, operator: 'is', value: 0 },
    { of: { read: 'event', call: 11, type: 'queued', path: 'ahead' }, operator: 'is', value: 0 },
    { of: { read: 'event', call: 12, type: 'queued', path: 'ahead' }, operator: 'is', value: 1 },
    { of: { read: 'at', call: 11, type: 'started' }, operator: 'at-least', value: 400 },
    // The first slot to become free is that of the eleventh.
    { of: { read: 'event', call: 11, type: 'started', path: 'at' }, operator: 'at-most', value: 500.2 },
    { of: { read: 'event', call: 12, type: 'started', path: 'at' }, operator: 'at-least', value: 500.2 },
    { of: { read: 'count', type: 'succeeded' }, operator: 'is', value: 12 },
  ],
  notes: {
    queued: {
      zh: '十个名额都占着，它在队里等。没有失败，也没有发出。',
      en: 'All ten slots are taken, so it waits in line. It has not failed, and nothing was sent.',
    },
  },
  why: {
    text: {
      zh: '`wx.request`、`wx.uploadFile`、`wx.downloadFile` 同时最多 10 个。多出来的排队，按调用的次序；有一个结束或被 `abort()`，就空出一个名额。',
      en: 'At most ten of `wx.request`, `wx.uploadFile` and `wx.downloadFile` run at once. The rest wait, in the order of the calls; each one that ends or is aborted frees a slot.',
    },
    rules: [
      { id: 'LIM-1', sure: 'D' },
      { id: 'LIM-2', sure: 'D' },
      { id: 'LIM-9', sure: 'I' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
  },
  vary: {
    goal: { zh: '让没有一个请求排队。', en: 'Let no request wait.' },
    options: [
      {
        label: { zh: '服务器快一倍', en: 'A server twice as fast' },
        hint: {
          zh: '十个名额在同一刻就占满了，服务器多快都一样。',
          en: 'The ten slots are taken in one moment, however fast the server is.',
        },
        scenario: {
          rules: [
            {
              id: 'fast',
              name: 'Faster',
              enabled: true,
              when: { url: 'https://api.hillside.example/v1/teas/:id' },
              respond: { kind: 'response', body: { json: { name: '明前龙井' } }, delay: 200 },
            },
          ],
        },
      },
      {
        label: { zh: '只请求 11 个', en: 'Ask for 11 only' },
        hint: { zh: '第 11 个仍然没有名额。', en: 'There is still no slot for the 11th.' },
        code: [{ from: 'n <= 12', to: 'n <= 11' }],
      },
      { label: { zh: '只请求 10 个', en: 'Ask for 10 only' }, code: [{ from: 'n <= 12', to: 'n <= 10' }] },
    ],
    check: [{ of: { read: 'count', type: 'queued' }, operator: 'is', value: 0 }],
    reached: { zh: '正好十个，人人有名额。', en: 'Just ten, and a slot for each.' },
  },
}
