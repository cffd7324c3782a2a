import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

export const profile: Lesson = {
  id: 'profile',
  part: 'flow',
  minutes: 5,
  title: { zh: '第 2 个请求为什么快？', en: 'Why is the second request faster?' },
  lesson: { zh: '连接被复用，DNS、TCP、TLS 都省了', en: 'The connection is reused: no DNS, TCP or TLS' },
  story: {
    zh: '同一个接口请求两次，第 2 次在第 1 次结束之后。服务器每次都要 20 ms。',
    en: 'The same address is asked twice, the second time when the first has ended. The server takes 20 ms each time.',
  },
  code: `
wx.request({
  url: '${API}/v1/teas',
  success() {
    wx.request({
      url: '${API}/v1/teas',
      success(res) {
        console.log(res.profile.socketReused)
      },
    })
  },
})
`,
  scenario: {
    rules: [
      rule('teas', `${API}/v1/teas`, json({ json: { total: 24 } })),
      rule('img', 'https://img.hillside.example/v1/teas', json({ json: { total: 24 } })),
    ],
    settings: { domains: { request: [API, 'https://img.hillside.example'] } },
  },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '第 2 个请求的过程里有什么？', en: 'What does the second call go through?' },
      options: [
        { value: false, label: { zh: '和第 1 个一样：DNS、TCP、TLS、等待', en: 'The same: DNS, TCP, TLS, waiting' } },
        { value: true, label: { zh: '只有等待和下载', en: 'Only waiting and download' } },
        { value: 'no-dns', label: { zh: '没有 DNS，但有 TCP 和 TLS', en: 'No DNS, but TCP and TLS' } },
      ],
      of: { read: 'argument', call: 2, of: 'success', path: 'profile.socketReused' },
      answer: true,
    },
  ],
  claims: [
    { of: { read: 'argument', call: 1, of: 'success', path: 'profile.socketReused' }, operator: 'is', value: false },
    { of: { read: 'argument', call: 2, of: 'success', path: 'profile.socketReused' }, operator: 'is', value: true },
  ],
  why: {
    text: {
      zh: '`res.profile` 里有每个阶段的时刻。连接复用时 `domainLookUpStart`、`connectStart` 都等于 `fetchStart`，`socketReused` 是 true：没有 DNS、TCP、TLS。',
      en: '`res.profile` has the moments of each phase. On a reused connection `domainLookUpStart` and `connectStart` equal `fetchStart`, and `socketReused` is true: no DNS, TCP or TLS.',
    },
    rules: [
      { id: 'PROF-1', sure: 'D' },
      { id: 'PROF-4', sure: 'D' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/performance/network.html',
  },
  vary: {
    goal: { zh: '让第 2 个请求重新建立连接。', en: 'Make the second call open a new connection.' },
    options: [
      {
        label: { zh: '换一个接口', en: 'Another path' },
        hint: { zh: '连接属于域名，路径不同也复用。', en: 'A connection belongs to the host; another path reuses it.' },
        code: [{ from: `wx.request({\n      url: '${API}/v1/teas'`, to: `wx.request({\n      url: '${API}/v1/teas?page=2'` }],
      },
      {
        label: { zh: '换一个域名', en: 'Another host' },
        code: [{ from: `wx.request({\n      url: '${API}`, to: "wx.request({\n      url: 'https://img.hillside.example" }],
      },
      {
        label: { zh: '两个同时发', en: 'Both at once' },
        code: [
          { from: '  success() {\n    wx.request({', to: '  success() {},\n})\n{\n  {\n    wx.request({' },
          { from: '    })\n  },\n})', to: '    })\n  }\n}' },
        ],
      },
    ],
    check: [{ of: { read: 'argument', call: 2, of: 'success', path: 'profile.socketReused' }, operator: 'is', value: false }],
    reached: { zh: '没有空闲的连接可用，就要新建一条。', en: 'With no idle connection to use, a new one is opened.' },
  },
}
