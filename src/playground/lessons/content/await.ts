import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

export const awaiting: Lesson = {
  id: 'await',
  part: 'results',
  minutes: 4,
  title: { zh: 'await wx.request() 等到什么？', en: 'What does `await wx.request()` wait for?' },
  lesson: { zh: '立刻得到 RequestTask，不是 Promise', en: 'Nothing: it gives a RequestTask at once, no Promise' },
  story: {
    zh: '别的很多 wx 接口不传回调时返回 Promise。`wx.request` 也可以这样写吗？',
    en: 'Many calls of wx give a Promise when they get no callbacks. Can `wx.request` be written that way?',
  },
  code: `
async function load() {
  const res = await wx.request({
    url: '${API}/v1/teas',
  })
  console.log(res.statusCode)
}
load()
`,
  scenario: { rules: [rule('teas', `${API}/v1/teas`, json({ json: { total: 24 } }))] },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '控制台里是什么？', en: 'What does the console show?' },
      options: [
        { value: '200', label: { zh: '`200`', en: '`200`' } },
        { value: 'undefined', label: { zh: '`undefined`', en: '`undefined`' } },
        { value: 'TypeError', label: { zh: '报错', en: 'an error' } },
      ],
      of: { read: 'console', nth: 1 },
      answer: 'undefined',
    },
  ],
  claims: [
    { of: { read: 'console', nth: 1 }, operator: 'is', value: 'undefined' },
    { of: { read: 'count', type: 'succeeded' }, operator: 'is', value: 1 },
  ],
  notes: {
    created: {
      zh: '`wx.request` 已经返回：拿到的是 RequestTask，`await` 没有等任何东西。',
      en: '`wx.request` has returned a RequestTask already. `await` has nothing to wait for.',
    },
    succeeded: { zh: '回答到了，可是没有回调来接它。', en: 'The answer is here, and no callback takes it.' },
  },
  why: {
    text: {
      zh: '`wx.request` 的返回值总是 RequestTask，好让你 `abort()` 和监听；它不是 Promise。想用 `await`，自己包一层 Promise。',
      en: 'What `wx.request` returns is always a RequestTask, so that you can `abort()` and listen. It is never a Promise. To use `await`, wrap the call in one.',
    },
    rules: [{ id: 'RES-10', sure: 'D' }],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html',
  },
  vary: {
    goal: { zh: '让控制台里出现 200。', en: 'Make the console show 200.' },
    options: [
      {
        label: { zh: '包一层 Promise', en: 'Wrap it in a Promise' },
        code: [
          { from: 'await wx.request({', to: 'await new Promise((resolve, reject) => wx.request({' },
          { from: `/v1/teas',\n  })`, to: `/v1/teas',\n    success: resolve,\n    fail: reject,\n  }))` },
        ],
      },
      {
        label: { zh: '等 1 秒再看', en: 'Look 1 s later' },
        hint: {
          zh: '`res` 是 RequestTask，等多久它也没有 `statusCode`。',
          en: '`res` is a RequestTask: however long you wait, it has no `statusCode`.',
        },
        code: [{ from: 'console.log(res.statusCode)', to: 'setTimeout(() => console.log(res.statusCode), 1000)' }],
      },
      {
        label: { zh: '加上 `success`，仍然 `await`', en: 'Add `success`, and still `await`' },
        hint: {
          zh: '`success` 会运行，但 `await` 得到的还是 RequestTask。',
          en: '`success` runs, but `await` still gives the RequestTask.',
        },
        code: [{ from: `/v1/teas',\n`, to: `/v1/teas',\n    success() {},\n` }],
      },
    ],
    check: [{ of: { read: 'console', nth: 1 }, operator: 'is', value: '200' }],
    reached: { zh: 'Promise 是自己包的，`success` 让它完成。', en: 'The Promise is your own, and `success` fulfils it.' },
  },
}
