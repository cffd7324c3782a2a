import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

export const subdomain: Lesson = {
  id: 'subdomain',
  part: 'domains',
  minutes: 3,
  title: { zh: '子域名要单独加吗？', en: 'Does a subdomain need its own entry?' },
  lesson: { zh: '要。只认完全相同的域名', en: 'Yes. Only exactly this host counts' },
  story: {
    zh: '列表里只有 `https://hillside.example`，代码请求的是 `api.hillside.example`。',
    en: 'The list has `https://hillside.example` only. The code asks `api.hillside.example`.',
  },
  code: `
wx.request({
  url: '${API}/v1/teas',
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
      rule('api', `${API}/v1/teas`, json({ json: { total: 24 } })),
      rule('root', 'https://hillside.example/v1/teas', json({ json: { total: 24 } })),
    ],
    settings: { domains: { request: ['https://hillside.example'] } },
  },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '哪个回调运行？', en: 'Which callback runs?' },
      options: [
        { value: 'success', label: { zh: '`success`，父域名就够了', en: '`success`: the parent domain will do' } },
        { value: 'fail', label: { zh: '`fail`，要单独加', en: '`fail`: it needs its own entry' } },
      ],
      of: { read: 'heard', call: 1, nth: 1 },
      answer: 'fail',
    },
  ],
  claims: [
    { of: { read: 'heard', call: 1 }, operator: 'is', value: ['fail'] },
    { of: { read: 'event', call: 1, type: 'failed', path: 'error.kind' }, operator: 'is', value: 'refused-domain' },
  ],
  why: {
    text: {
      zh: '域名必须和列表里的完全相同：父域名不算，也没有通配符。每个子域名都要单独加。',
      en: 'The host must be exactly that of an entry. A parent domain does not count, and there is no wildcard: each subdomain is added on its own.',
    },
    rules: [{ id: 'DOM-3', sure: 'D' }],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
  },
  vary: {
    goal: { zh: '让 `success` 运行。', en: 'Make `success` run.' },
    options: [
      {
        label: { zh: '列表改成 `https://www.hillside.example`', en: 'List `https://www.hillside.example`' },
        hint: { zh: '同级的域名也不算。', en: 'A sibling does not count either.' },
        scenario: { settings: { domains: { request: ['https://www.hillside.example'] } } },
      },
      {
        label: { zh: '列表里加上 `https://api.hillside.example`', en: 'Add `https://api.hillside.example` to the list' },
        scenario: { settings: { domains: { request: ['https://hillside.example', API] } } },
      },
      { label: { zh: '请求 `hillside.example`', en: 'Ask `hillside.example`' }, code: [{ from: 'api.hillside', to: 'hillside' }] },
    ],
    check: [{ of: { read: 'heard', call: 1, nth: 1 }, operator: 'is', value: 'success' }],
    reached: { zh: '域名和列表里的一个完全相同。', en: 'The host is exactly that of an entry.' },
  },
}
