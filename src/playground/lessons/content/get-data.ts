import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

export const getData: Lesson = {
  id: 'get-data',
  part: 'data',
  minutes: 4,
  title: { zh: 'GET 的 data 去了哪里？', en: 'Where does the `data` of a GET go?' },
  lesson: { zh: '编码成 key=value 拼到 url 上，没有请求体', en: 'Into the query, encoded; there is no body' },
  story: {
    zh: '这次调用没有写 `method`，就是 GET。`data` 是一个对象。',
    en: 'This call has no `method`, so it is a GET. Its `data` is an object.',
  },
  code: `
wx.request({
  url: '${API}/v1/teas',
  data: { kind: '绿茶', page: 1 },
  success() {},
})
`,
  scenario: { rules: [rule('teas', `${API}/v1/teas`, json({ json: { total: 24 } }))] },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '服务器收到的地址和请求体？', en: 'What address and body does the server get?' },
      options: [
        {
          value: `${API}/v1/teas?kind=%E7%BB%BF%E8%8C%B6&page=1`,
          label: { zh: '都在查询串里，没有请求体', en: 'All in the query, no body' },
        },
        { value: `${API}/v1/teas`, label: { zh: '地址不变，JSON 在请求体里', en: 'The address as it is, JSON in the body' } },
        { value: 'data=', label: { zh: '查询串里是 `data=[object Object]`', en: 'A query of `data=[object Object]`' } },
      ],
      of: { read: 'event', call: 1, type: 'created', path: 'sent.url' },
      answer: `${API}/v1/teas?kind=%E7%BB%BF%E8%8C%B6&page=1`,
    },
  ],
  claims: [
    {
      of: { read: 'event', call: 1, type: 'created', path: 'sent.url' },
      operator: 'is',
      value: `${API}/v1/teas?kind=%E7%BB%BF%E8%8C%B6&page=1`,
    },
    { of: { read: 'event', call: 1, type: 'created', path: 'sent.body.size' }, operator: 'is', value: 0 },
  ],
  notes: {
    created: {
      zh: '`data` 已经变成查询串：`kind=%E7%BB%BF%E8%8C%B6&page=1`。请求体是空的。',
      en: '`data` has become a query: `kind=%E7%BB%BF%E8%8C%B6&page=1`. The body is empty.',
    },
  },
  why: {
    text: {
      zh: 'GET 的 `data` 按 `encodeURIComponent(k)=encodeURIComponent(v)` 拼到 url 后面，没有请求体。POST 才把它放进请求体，默认是 JSON。',
      en: 'The `data` of a GET is added to the url as `encodeURIComponent(k)=encodeURIComponent(v)`; there is no body. A POST puts it into the body, as JSON by default.',
    },
    rules: [
      { id: 'CONV-1', sure: 'D' },
      { id: 'CONV-2', sure: 'D' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html',
  },
  vary: {
    goal: { zh: '让 `data` 进请求体。', en: 'Put `data` into the body.' },
    options: [
      {
        label: { zh: '写上 content-type', en: 'Say a content-type' },
        hint: { zh: 'GET 没有请求体，content-type 说什么都一样。', en: 'A GET has no body, whatever the content-type says.' },
        code: [{ from: '  success() {}', to: "  header: { 'content-type': 'application/json' },\n  success() {}" }],
      },
      {
        label: { zh: "`method: 'POST'`", en: "`method: 'POST'`" },
        code: [{ from: '  success() {}', to: "  method: 'POST',\n  success() {}" }],
      },
      {
        label: { zh: '`data` 写成字符串', en: 'Make `data` a string' },
        hint: { zh: 'GET 的字符串 data 根本不发送。', en: 'On a GET a string is not sent at all.' },
        code: [{ from: "{ kind: '绿茶', page: 1 }", to: `'{"kind":"绿茶"}'` }],
      },
    ],
    check: [{ of: { read: 'event', call: 1, type: 'created', path: 'sent.body.size' }, operator: 'at-least', value: 1 }],
    reached: { zh: '有请求体的方法才有地方放它。', en: 'It takes a method that has a body.' },
  },
}
