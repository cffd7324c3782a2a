import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

export const formBody: Lesson = {
  id: 'form-body',
  part: 'data',
  minutes: 5,
  title: { zh: '表单里的对象变成什么？', en: 'What becomes of an object in a form?' },
  lesson: { zh: '变成 [object Object]，不是 JSON', en: 'It becomes [object Object], not JSON' },
  story: {
    zh: 'content-type 改成了 `application/x-www-form-urlencoded`，而 `data` 里有一层嵌套的对象。',
    en: 'The content-type is `application/x-www-form-urlencoded`, and `data` has an object within.',
  },
  code: `
wx.request({
  url: '${API}/v1/orders',
  method: 'POST',
  header: { 'content-type': 'application/x-www-form-urlencoded' },
  data: { tea: { id: 7 }, count: 2 },
  success(res) {
    console.log(res.data)
  },
})
`,
  scenario: { rules: [rule('orders', `${API}/v1/orders`, json({ json: { ok: true } }))] },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '请求体是哪一个？', en: 'Which is the body?' },
      options: [
        { value: '{"tea":{"id":7},"count":2}', label: { zh: '`{"tea":{"id":7},"count":2}`', en: '`{"tea":{"id":7},"count":2}`' } },
        {
          value: 'tea=%7B%22id%22%3A7%7D&count=2',
          label: { zh: '`tea=%7B%22id%22%3A7%7D&count=2`', en: '`tea=%7B%22id%22%3A7%7D&count=2`' },
        },
        {
          value: 'tea=%5Bobject%20Object%5D&count=2',
          label: { zh: '`tea=%5Bobject%20Object%5D&count=2`', en: '`tea=%5Bobject%20Object%5D&count=2`' },
        },
      ],
      of: { read: 'event', call: 1, type: 'created', path: 'sent.body.text' },
      answer: 'tea=%5Bobject%20Object%5D&count=2',
    },
  ],
  claims: [
    { of: { read: 'event', call: 1, type: 'created', path: 'sent.body.text' }, operator: 'is', value: 'tea=%5Bobject%20Object%5D&count=2' },
    { of: { read: 'argument', call: 1, of: 'success', path: 'statusCode' }, operator: 'is', value: 200 },
  ],
  notes: {
    created: {
      zh: '`tea` 已经是文本 `[object Object]`：7 这个 id 丢了，也没有任何报错。',
      en: '`tea` is the text `[object Object]` by now: its id 7 is lost, and nobody complains.',
    },
  },
  why: {
    text: {
      zh: '表单里的每个值都是 `String(value)`。对象就成了 `[object Object]`，数组成了 `1,2`。要么用 JSON（默认的 content-type），要么自己先 `JSON.stringify`。',
      en: 'Each value of a form is `String(value)`: an object becomes `[object Object]`, a list `1,2`. Use JSON, the default content-type, or call `JSON.stringify` yourself.',
    },
    rules: [
      { id: 'CONV-3', sure: 'D' },
      { id: 'CONV-7', sure: 'O' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html',
  },
  vary: {
    goal: { zh: '让 id 7 到达服务器。', en: 'Let the id 7 reach the server.' },
    options: [
      {
        label: { zh: '把对象放进数组', en: 'Put the object into a list' },
        hint: {
          zh: '数组也是 `String(value)`，里面还是 `[object Object]`。',
          en: 'A list becomes `String(value)` too, and holds `[object Object]`.',
        },
        code: [{ from: '{ id: 7 }', to: '[{ id: 7 }]' }],
      },
      {
        label: { zh: '`JSON.stringify({ id: 7 })`', en: '`JSON.stringify({ id: 7 })`' },
        code: [{ from: '{ id: 7 }', to: 'JSON.stringify({ id: 7 })' }],
      },
      {
        label: { zh: '去掉 content-type', en: 'Leave the content-type out' },
        code: [{ from: "  header: { 'content-type': 'application/x-www-form-urlencoded' },\n", to: '' }],
      },
    ],
    check: [{ of: { read: 'event', call: 1, type: 'created', path: 'sent.body.text' }, operator: 'contains', value: '7' }],
    reached: { zh: '7 在请求体里了。', en: 'There is the 7 in the body.' },
  },
}
