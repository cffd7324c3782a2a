import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

const RULES = [
  rule('login', `${API}/v1/login`, json({ json: { ok: true } }, { cookies: ['sid=8f3a; Path=/; HttpOnly'] })),
  rule('known', `${API}/v1/me`, json({ json: { name: '阿茶' } }), {
    all: [{ on: 'header', name: 'Cookie', operator: 'contains', value: 'sid=8f3a' }],
  }),
  rule('unknown', `${API}/v1/me`, json({ json: { code: 'NOT_LOGGED_IN' } }, { status: 401 })),
]

export const cookies: Lesson = {
  id: 'cookies',
  part: 'data',
  minutes: 4,
  title: { zh: 'Set-Cookie 下次会带上吗？', en: 'Does a Set-Cookie come back?' },
  lesson: { zh: '没有 Cookie 管理：要自己存，自己带', en: 'There is no cookie jar: keep and send them yourself' },
  story: {
    zh: '登录接口返回了 `Set-Cookie: sid=8f3a`，接着请求一次“我的”。浏览器会自动带上它，小程序呢？',
    en: 'The login answers `Set-Cookie: sid=8f3a`, and the next call asks for "me". A browser would send it back. Does a mini-program?',
  },
  code: `
wx.request({
  url: '${API}/v1/login',
  method: 'POST',
  success(login) {
    wx.request({
      url: '${API}/v1/me',
      success(me) {
        console.log(me.statusCode)
      },
    })
  },
})
`,
  scenario: { rules: RULES },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '第 2 个请求得到什么状态码？', en: 'Which status does the second call get?' },
      options: [
        { value: 200, label: { zh: '200，带上了', en: '200: it was sent' } },
        { value: 401, label: { zh: '401，没带', en: '401: it was not' } },
      ],
      of: { read: 'argument', call: 2, of: 'success', path: 'statusCode' },
      answer: 401,
    },
  ],
  claims: [
    { of: { read: 'argument', call: 1, of: 'success', path: 'cookies' }, operator: 'contains', value: 'sid=8f3a' },
    { of: { read: 'argument', call: 2, of: 'success', path: 'statusCode' }, operator: 'is', value: 401 },
  ],
  why: {
    text: {
      zh: '小程序没有 Cookie 管理。`Set-Cookie` 只出现在 `res.cookies` 里，不会自己回去；手写的 `Cookie` 请求头会发出。',
      en: 'A mini-program has no cookie jar. `Set-Cookie` is told in `res.cookies` and never goes back by itself. A `Cookie` header set by hand goes out.',
    },
    rules: [
      { id: 'HDR-9', sure: 'O' },
      { id: 'RES-7', sure: 'O' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html',
  },
  vary: {
    goal: { zh: '让第 2 个请求得到 200。', en: 'Get a 200 for the second call.' },
    options: [
      {
        label: { zh: '等 1 秒再请求', en: 'Ask 1 s later' },
        hint: { zh: '等多久都没有人替你带上。', en: 'However long you wait, nobody sends it for you.' },
        code: [
          { from: 'success(login) {\n    wx.request({', to: 'success(login) {\n    setTimeout(() => wx.request({' },
          { from: '      },\n    })\n', to: '      },\n    }), 1000)\n' },
        ],
      },
      {
        label: { zh: '`withCredentials: true`', en: '`withCredentials: true`' },
        hint: { zh: '`wx.request` 没有这个选项，写了等于没写。', en: '`wx.request` has no such option, and it changes nothing.' },
        code: [{ from: "/v1/me',\n", to: "/v1/me',\n      withCredentials: true,\n" }],
      },
      {
        label: { zh: '自己写 Cookie 请求头', en: 'Set the Cookie header yourself' },
        code: [{ from: "/v1/me',\n", to: "/v1/me',\n      header: { Cookie: login.cookies[0].split(';')[0] },\n" }],
      },
    ],
    check: [{ of: { read: 'argument', call: 2, of: 'success', path: 'statusCode' }, operator: 'is', value: 200 }],
    reached: { zh: '自己存，自己带。', en: 'Kept and sent by hand.' },
  },
}
