import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

export const redirectManual: Lesson = {
  id: 'redirect-manual',
  part: 'results',
  minutes: 3,
  title: { zh: "redirect: 'manual' 得到什么？", en: "What does `redirect: 'manual'` give?" },
  lesson: { zh: '停在 3xx，地址在响应头 Location 里', en: 'It stops at the 3xx; the address is in the header Location' },
  story: {
    zh: '短链接接口回了 302，指向茶的详情。代码里写着 `redirect: "manual"`。',
    en: 'A short link answers 302 and points at a tea. The code says `redirect: "manual"`.',
  },
  code: `
wx.request({
  url: '${API}/s/7',
  redirect: 'manual',
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
      rule('short', `${API}/s/7`, { kind: 'redirect', status: 302, to: `${API}/v1/teas/7` }),
      rule('tea', `${API}/v1/teas/7`, json({ json: { id: 7 } })),
    ],
  },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '服务器要它去别处，会怎么结束？', en: 'The server sends it elsewhere. How does it end?' },
      options: [
        { value: 'success 200', label: { zh: '`success` 200', en: '`success` 200' } },
        { value: 'success 302', label: { zh: '`success` 302', en: '`success` 302' } },
        { value: 'fail', label: { zh: '`fail`', en: '`fail`' } },
      ],
      of: { read: 'console', nth: 1 },
      answer: 'success 302',
    },
  ],
  claims: [
    { of: { read: 'argument', call: 1, of: 'success', path: 'statusCode' }, operator: 'is', value: 302 },
    { of: { read: 'event', call: 1, type: 'headers-received', path: 'header' }, operator: 'contains', value: '/v1/teas/7' },
  ],
  why: {
    text: {
      zh: '`manual` 让客户端停在 3xx，`Location` 在响应头里，跟不跟由你决定。文档没有写接着是 success 还是 fail，这里是 success。默认 `follow` 会一直跟到最后的回答。',
      en: '`manual` makes the client stop at a 3xx, with `Location` in the header; whether to follow is up to you. Success or fail is not documented; here it is success. The default, `follow`, gives the last answer.',
    },
    rules: [
      { id: 'REDIR-1', sure: 'D' },
      { id: 'REDIR-3', sure: 'D' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html',
  },
  vary: {
    goal: { zh: '让 `success` 得到 200。', en: 'Make `success` get a 200.' },
    options: [
      {
        label: { zh: '服务器改用 307', en: 'The server uses 307' },
        hint: { zh: '`manual` 停在任何 3xx。', en: '`manual` stops at any 3xx.' },
        scenario: { rules: [rule('short', `${API}/s/7`, { kind: 'redirect', status: 307, to: `${API}/v1/teas/7` })] },
      },
      { label: { zh: '去掉 `redirect`', en: 'Leave `redirect` out' }, code: [{ from: "  redirect: 'manual',\n", to: '' }] },
      { label: { zh: '用旧的基础库 3.2.1', en: 'An old base library, 3.2.1' }, scenario: { settings: { lib: '3.2.1' } } },
    ],
    check: [{ of: { read: 'argument', call: 1, of: 'success', path: 'statusCode' }, operator: 'is', value: 200 }],
    reached: { zh: '跟着重定向走到了最后。', en: 'It was followed to the end.' },
  },
}
