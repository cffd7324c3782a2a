import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

const HEADER = { read: 'event', call: 1, type: 'created', path: 'sent.header.0.1' } as const
const BODY = { read: 'event', call: 1, type: 'created', path: 'sent.body.text' } as const

export const contentType: Lesson = {
  id: 'content-type',
  part: 'data',
  minutes: 4,
  title: { zh: '没写 content-type，发出哪个？', en: 'No content-type: which goes out?' },
  lesson: { zh: '总是 application/json，data 是字符串也一样', en: 'Always application/json, for a string too' },
  story: {
    zh: '从网页搬来的代码：`data` 已经拼成了表单的样子，没有写请求头。浏览器会把这样的字符串当作 `text/plain` 发出。',
    en: 'Code that was moved from a web page: `data` is a form already, as a string, and no header is given. A browser sends such a string as `text/plain`.',
  },
  code: `
wx.request({
  url: '${API}/v1/orders',
  method: 'POST',
  data: 'tea=longjing&count=2',
  success(res) {
    console.log(res.statusCode)
  },
})
`,
  scenario: { rules: [rule('orders', `${API}/v1/orders`, json({ json: { ok: true } }))] },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '发出的 content-type 是？', en: 'Which content-type goes out?' },
      options: [
        { value: 'text/plain', label: { zh: '`text/plain`', en: '`text/plain`' } },
        {
          value: 'application/x-www-form-urlencoded',
          label: { zh: '`application/x-www-form-urlencoded`', en: '`application/x-www-form-urlencoded`' },
        },
        { value: 'application/json', label: { zh: '`application/json`', en: '`application/json`' } },
      ],
      of: HEADER,
      answer: 'application/json',
    },
    {
      kind: 'choice',
      ask: { zh: '请求体是？', en: 'And the body?' },
      options: [
        { value: 'tea=longjing&count=2', label: { zh: '`tea=longjing&count=2`', en: '`tea=longjing&count=2`' } },
        { value: '"tea=longjing&count=2"', label: { zh: '加上引号的 JSON 字符串', en: 'A JSON string, with quotes' } },
        { value: '{"tea":"longjing","count":"2"}', label: { zh: '拆成对象的 JSON', en: 'JSON of an object' } },
      ],
      of: BODY,
      answer: 'tea=longjing&count=2',
    },
  ],
  claims: [
    { of: HEADER, operator: 'is', value: 'application/json' },
    { of: BODY, operator: 'is', value: 'tea=longjing&count=2' },
    { of: { read: 'argument', call: 1, of: 'success', path: 'statusCode' }, operator: 'is', value: 200 },
  ],
  notes: {
    created: {
      zh: '请求体是表单，请求头说是 JSON：服务器照 JSON 去读，多半会出错。',
      en: 'The body is a form, the header says JSON: a server that believes the header cannot read it.',
    },
  },
  why: {
    text: {
      zh: '没写 content-type 时总是 `application/json`。字符串原样发出，不看它像什么。要发表单，就写上 `application/x-www-form-urlencoded`，`data` 可以直接写成对象。名字的大小写无所谓。',
      en: 'Without a content-type it is always `application/json`. A string goes out as it is, whatever it looks like. For a form give `application/x-www-form-urlencoded`; then `data` may be an object. The case of the name does not matter.',
    },
    rules: [
      { id: 'HDR-1', sure: 'D' },
      { id: 'HDR-2', sure: 'D' },
      { id: 'CONV-4', sure: 'D' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html',
  },
  vary: {
    goal: { zh: '让服务器收到一个说明自己是表单的表单。', en: 'Send a form that says that it is one.' },
    options: [
      {
        label: { zh: '`data` 换成对象', en: 'Make `data` an object' },
        hint: { zh: '对象会变成 JSON，content-type 还是 JSON。', en: 'The object becomes JSON, and the content-type stays JSON.' },
        code: [{ from: "'tea=longjing&count=2'", to: "{ tea: 'longjing', count: 2 }" }],
      },
      {
        label: { zh: '写上 `CONTENT-TYPE`，全大写', en: 'Give a `CONTENT-TYPE`, in capitals' },
        code: [{ from: "  method: 'POST',", to: "  method: 'POST',\n  header: { 'CONTENT-TYPE': 'application/x-www-form-urlencoded' }," }],
      },
      {
        label: { zh: '写上 `Accept`', en: 'Give an `Accept`' },
        hint: {
          zh: '`Accept` 说的是想收到什么，不是发出了什么。',
          en: '`Accept` says what is wanted back, not what is sent.',
        },
        code: [{ from: "  method: 'POST',", to: "  method: 'POST',\n  header: { Accept: 'application/x-www-form-urlencoded' }," }],
      },
    ],
    check: [
      { of: HEADER, operator: 'is', value: 'application/x-www-form-urlencoded' },
      { of: BODY, operator: 'is', value: 'tea=longjing&count=2' },
    ],
    reached: { zh: '请求头和请求体说的是同一件事了。', en: 'Now header and body say the same.' },
  },
}
