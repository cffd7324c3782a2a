import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

const CDN = 'https://cdn.unlisted.example'

export const redirectOutside: Lesson = {
  id: 'redirect-outside',
  part: 'domains',
  minutes: 4,
  title: { zh: '重定向到列表外会怎样？', en: 'What of a redirect to an unlisted host?' },
  lesson: { zh: '每一跳都要校验，列表外的被拦下', en: 'Each target is checked, and one off the list is refused' },
  story: {
    zh: '`api.hillside.example` 在列表里，但它回了 302，让你去 `cdn.unlisted.example`，那个域名不在列表里。',
    en: '`api.hillside.example` is on the list, but it answers 302 and sends you to `cdn.unlisted.example`, which is not.',
  },
  code: `
wx.request({
  url: '${API}/v1/photo',
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
      rule('moved', `${API}/v1/photo`, { kind: 'redirect', status: 302, to: `${CDN}/photo` }),
      rule('photo', `${CDN}/photo`, json({ json: { photo: 1 } })),
    ],
  },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '第二跳不在列表里，会怎么结束？', en: 'The second hop is not listed. How does it end?' },
      options: [
        { value: 'success 200', label: { zh: '`success` 200，只校验第一个地址', en: '`success` 200: only the first address is checked' } },
        { value: 'success 302', label: { zh: '`success` 302', en: '`success` 302' } },
        {
          value: 'fail request:fail url not in domain list',
          label: { zh: '`fail`，不在域名列表里', en: '`fail`, not in the domain list' },
        },
      ],
      of: { read: 'console', nth: 1 },
      answer: 'fail request:fail url not in domain list',
    },
  ],
  claims: [
    { of: { read: 'event', call: 1, type: 'failed', path: 'error.kind' }, operator: 'is', value: 'refused-domain' },
    { of: { read: 'heard', call: 1 }, operator: 'is', value: ['fail'] },
    { of: { read: 'count', type: 'routed' }, operator: 'is', value: 1 },
  ],
  why: {
    text: {
      zh: '重定向的每一个目标都要过域名校验。第一跳发出去了，第二跳被拦下，请求以 `fail` 结束。',
      en: 'Every target of a redirect goes through the domain check. The first hop was sent, the second one is refused, and the call ends with `fail`.',
    },
    rules: [{ id: 'DOM-9', sure: 'D' }],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/performance/network.html',
  },
  vary: {
    goal: { zh: '拿到照片：`success` 200。', en: 'Get the photo: `success` 200.' },
    options: [
      {
        label: { zh: '状态码改成 307', en: 'Status 307' },
        hint: { zh: '哪种重定向都要校验。', en: 'Every kind of redirect is checked.' },
        scenario: {
          rules: [
            rule('moved', `${API}/v1/photo`, { kind: 'redirect', status: 307, to: `${CDN}/photo` }),
            rule('photo', `${CDN}/photo`, json({ json: { photo: 1 } })),
          ],
        },
      },
      { label: { zh: '把 cdn 加进列表', en: 'Put the cdn on the list' }, scenario: { settings: { domains: { request: [API, CDN] } } } },
      {
        label: { zh: "`redirect: 'manual'`", en: "`redirect: 'manual'`" },
        hint: { zh: '它停在 302，不再往前走，也就没有照片。', en: 'It stops at the 302 and goes no further, so there is no photo.' },
        code: [{ from: "/v1/photo',\n", to: "/v1/photo',\n  redirect: 'manual',\n" }],
      },
    ],
    check: [{ of: { read: 'argument', call: 1, of: 'success', path: 'statusCode' }, operator: 'is', value: 200 }],
    reached: { zh: '每一跳都在列表里。', en: 'Each hop is on the list.' },
  },
}
