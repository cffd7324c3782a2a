import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

const LISTED = [API, 'https://pay.hillside.example:8443']

export const port: Lesson = {
  id: 'port',
  part: 'domains',
  minutes: 4,
  title: { zh: '端口写不写有什么不同？', en: 'Does the port matter?' },
  lesson: { zh: '端口必须和列表里的完全相同', en: 'The port must be exactly that of the entry' },
  story: {
    zh: '列表里有两条：`https://api.hillside.example` 和 `https://pay.hillside.example:8443`。下面请求了四个地址。',
    en: 'The list has two entries: `https://api.hillside.example` and `https://pay.hillside.example:8443`. Four addresses are asked.',
  },
  code: `
const addresses = [
  'https://api.hillside.example/v1/teas',
  'https://api.hillside.example:8443/v1/teas',
  'https://pay.hillside.example/v1/teas',
  'https://pay.hillside.example:8443/v1/teas',
]
for (const url of addresses) {
  wx.request({
    url,
    success() {
      console.log('success', url)
    },
    fail() {
      console.log('fail', url)
    },
  })
}
`,
  scenario: {
    rules: [
      rule('api', `${API}/v1/teas`, json({ json: {} })),
      rule('api-8443', `${API}:8443/v1/teas`, json({ json: {} })),
      rule('pay', 'https://pay.hillside.example/v1/teas', json({ json: {} })),
      rule('pay-8443', 'https://pay.hillside.example:8443/v1/teas', json({ json: {} })),
    ],
    settings: { domains: { request: LISTED } },
  },
  questions: [
    {
      kind: 'number',
      ask: { zh: '四个里有几个能通过？', en: 'How many of the four pass?' },
      unit: { zh: '个', en: 'of 4' },
      of: { read: 'count', type: 'succeeded' },
      answer: 2,
    },
  ],
  claims: [
    { of: { read: 'count', type: 'succeeded' }, operator: 'is', value: 2 },
    { of: { read: 'heard', call: 1 }, operator: 'is', value: ['success'] },
    { of: { read: 'heard', call: 2 }, operator: 'is', value: ['fail'] },
    { of: { read: 'heard', call: 3 }, operator: 'is', value: ['fail'] },
    { of: { read: 'heard', call: 4 }, operator: 'is', value: ['success'] },
  ],
  why: {
    text: {
      zh: 'https 的端口必须和列表里的一样：写了 8443 的只认 8443，没写的就不能带端口。（wss 不同：没写端口的允许所有端口。）',
      en: 'For https the port must be that of the entry: one with 8443 allows 8443 only, one without allows none. (Not so for wss: without a port, all are allowed.)',
    },
    rules: [
      { id: 'DOM-4', sure: 'D' },
      { id: 'DOM-5', sure: 'D' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
  },
  vary: {
    goal: { zh: '改列表，让四个都通过。', en: 'Change the list so that all four pass.' },
    options: [
      {
        label: { zh: '两条都去掉端口', en: 'Both entries without a port' },
        hint: { zh: '带 8443 的两个地址过不去。', en: 'The two addresses with 8443 do not pass.' },
        scenario: { settings: { domains: { request: [API, 'https://pay.hillside.example'] } } },
      },
      {
        label: { zh: '两条都写 8443', en: 'Both entries with 8443' },
        hint: { zh: '不带端口的两个地址过不去。', en: 'The two addresses without a port do not pass.' },
        scenario: { settings: { domains: { request: [`${API}:8443`, 'https://pay.hillside.example:8443'] } } },
      },
      {
        label: { zh: '写成四条', en: 'Four entries' },
        scenario: { settings: { domains: { request: [...LISTED, `${API}:8443`, 'https://pay.hillside.example'] } } },
      },
    ],
    check: [{ of: { read: 'count', type: 'succeeded' }, operator: 'is', value: 4 }],
    reached: { zh: '每个地址都有自己的一条。', en: 'Each address has an entry of its own.' },
  },
}
