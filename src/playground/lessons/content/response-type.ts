import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

export const responseType: Lesson = {
  id: 'response-type',
  part: 'data',
  minutes: 3,
  title: { zh: 'arraybuffer 遇到 JSON', en: '`arraybuffer` meets JSON' },
  lesson: { zh: 'responseType 先定形状，arraybuffer 从不解析', en: 'responseType goes first: an ArrayBuffer is never parsed' },
  story: {
    zh: '服务器回了一段 JSON。调用里写着 `dataType: "json"`，也写着 `responseType: "arraybuffer"`。',
    en: 'The server answers JSON. The call says `dataType: "json"`, and `responseType: "arraybuffer"` as well.',
  },
  code: `
wx.request({
  url: '${API}/v1/teas/7',
  dataType: 'json',
  responseType: 'arraybuffer',
  success(res) {
    console.log(Object.prototype.toString.call(res.data))
  },
})
`,
  scenario: { rules: [rule('tea', `${API}/v1/teas/7`, json({ text: '{"id":7}' }))] },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '`res.data` 是什么？', en: 'What is `res.data`?' },
      options: [
        { value: '[object Object]', label: { zh: '对象 `{ id: 7 }`', en: 'the object `{ id: 7 }`' } },
        { value: '[object String]', label: { zh: '文本', en: 'a text' } },
        { value: '[object ArrayBuffer]', label: { zh: '8 个字节的 ArrayBuffer', en: 'an ArrayBuffer of 8 bytes' } },
      ],
      of: { read: 'console', nth: 1 },
      answer: '[object ArrayBuffer]',
    },
  ],
  claims: [
    { of: { read: 'event', call: 1, type: 'succeeded', path: 'dataForm' }, operator: 'is', value: 'arraybuffer' },
    { of: { read: 'argument', call: 1, of: 'success', path: 'data' }, operator: 'contains', value: 'ArrayBuffer(8) 7b' },
  ],
  why: {
    text: {
      zh: '`responseType: "arraybuffer"` 给的是原样的字节，`dataType` 就不再起作用。文本才会试一次 `JSON.parse`。',
      en: '`responseType: "arraybuffer"` gives the bytes as they came, and `dataType` has no say. Only a text is tried with `JSON.parse`.',
    },
    rules: [
      { id: 'RES-4', sure: 'D' },
      { id: 'REQ-7', sure: 'D' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html',
  },
  vary: {
    goal: { zh: '让 `res.data` 成为对象。', en: 'Make `res.data` an object.' },
    options: [
      {
        label: { zh: '服务器写上 `application/json`', en: 'The server says `application/json`' },
        hint: { zh: '服务器的 Content-Type 没有人问。', en: 'Nobody asks the Content-Type of the server.' },
        scenario: {
          rules: [rule('typed', `${API}/v1/teas/7`, json({ text: '{"id":7}' }, { headers: { 'Content-Type': 'application/json' } }))],
        },
      },
      {
        label: { zh: '去掉 `responseType`', en: 'Leave `responseType` out' },
        code: [{ from: "  responseType: 'arraybuffer',\n", to: '' }],
      },
      {
        label: { zh: '去掉 `dataType`', en: 'Leave `dataType` out' },
        hint: { zh: '`dataType` 本来就是 json，它在这里不起作用。', en: '`dataType` is json by default; it has no say here.' },
        code: [{ from: "  dataType: 'json',\n", to: '' }],
      },
    ],
    check: [{ of: { read: 'console', nth: 1 }, operator: 'is', value: '[object Object]' }],
    reached: { zh: '默认是文本，文本会被解析。', en: 'The default is text, and text is parsed.' },
  },
}
