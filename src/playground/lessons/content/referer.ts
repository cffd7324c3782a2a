import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

export const referer: Lesson = {
  id: 'referer',
  part: 'domains',
  minutes: 3,
  title: { zh: '能自己设 Referer 吗？', en: 'Can you set a Referer?' },
  lesson: { zh: '不能。微信总是写上自己的', en: 'No. WeChat always writes its own' },
  story: {
    zh: '图片服务器按 Referer 防盗链。代码里写上了自己的 Referer，还有一个自定义请求头。',
    en: 'The server looks at the Referer. The code sets one of its own, and a header of its own besides.',
  },
  code: `
wx.request({
  url: '${API}/v1/teas',
  header: {
    Referer: 'https://hillside.example/',
    'X-Shop': 'hillside',
  },
  success(res) {
    console.log(res.statusCode)
  },
})
`,
  scenario: { rules: [rule('teas', `${API}/v1/teas`, json({ json: { total: 24 } }))] },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '自己写的 Referer 会怎样？', en: 'What becomes of the Referer of the code?' },
      options: [
        { value: null, label: { zh: '照样发出', en: 'It is sent' } },
        { value: 'fail', label: { zh: '请求 `fail`', en: 'The call ends with `fail`' } },
        { value: 'referer', label: { zh: '悄悄换成微信的', en: 'It is quietly replaced by that of WeChat' } },
      ],
      of: { read: 'event', call: 1, type: 'created', path: 'sent.dropped.0.why' },
      answer: 'referer',
    },
  ],
  claims: [
    { of: { read: 'event', call: 1, type: 'created', path: 'sent.dropped.0.why' }, operator: 'is', value: 'referer' },
    {
      of: { read: 'event', call: 1, type: 'created', path: 'sent.header' },
      operator: 'contains',
      value: 'servicewechat.com/wx5a7ea0fc0ffee1e5',
    },
    { of: { read: 'event', call: 1, type: 'created', path: 'sent.header' }, operator: 'contains', value: 'X-Shop' },
    { of: { read: 'argument', call: 1, of: 'success', path: 'statusCode' }, operator: 'is', value: 200 },
  ],
  notes: {
    created: {
      zh: '自己的 Referer 被丢弃，没有报错。发出的是 `https://servicewechat.com/{appid}/0/page-frame.html`，版本 0 是开发版。',
      en: 'The Referer of the code is dropped without an error. `https://servicewechat.com/{appid}/0/page-frame.html` goes out; version 0 is that of a development build.',
    },
  },
  why: {
    text: {
      zh: 'Referer 是唯一写明不能设的请求头，固定为 `https://servicewechat.com/{appid}/{version}/page-frame.html`。服务器可以靠它认出小程序和版本。',
      en: 'Referer is the one header that cannot be set. It is always `https://servicewechat.com/{appid}/{version}/page-frame.html`, so a server can tell the mini-program and its version.',
    },
    rules: [
      { id: 'HDR-5', sure: 'D' },
      { id: 'HDR-6', sure: 'D' },
      { id: 'HDR-7', sure: 'D' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
  },
  vary: {
    goal: { zh: '让服务器收到另一个 Referer。', en: 'Make the server see another Referer.' },
    options: [
      {
        label: { zh: '写成小写 `referer`', en: 'Write `referer` in lower case' },
        hint: { zh: '大小写无所谓，一样被丢弃。', en: 'Letter case does not matter: it is dropped all the same.' },
        code: [{ from: 'Referer:', to: 'referer:' }],
      },
      {
        label: { zh: '发布成正式版 12', en: 'Release it as version 12' },
        scenario: { settings: { envVersion: 'release', versionNumber: 12 } },
      },
      {
        label: { zh: '改用 POST', en: 'Use POST' },
        hint: { zh: '哪种方法都一样。', en: 'The method has no say.' },
        code: [{ from: '  header: {', to: "  method: 'POST',\n  header: {" }],
      },
    ],
    check: [{ of: { read: 'event', call: 1, type: 'created', path: 'sent.header' }, operator: 'contains', value: '/12/page-frame.html' }],
    reached: { zh: '版本号变了，Referer 就变了。', en: 'With another version the Referer is another one.' },
  },
}
