import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

export const plainHttp: Lesson = {
  id: 'plain-http',
  part: 'domains',
  minutes: 4,
  title: { zh: 'http:// 能发出去吗？', en: 'Does `http://` leave the phone?' },
  lesson: { zh: '域名校验只认 https，http 不会发出', en: 'The domain check knows https only: nothing is sent' },
  story: {
    zh: '域名列表里有 `https://api.hillside.example`。代码里却写成了 `http://`。',
    en: '`https://api.hillside.example` is on the list. The code says `http://`.',
  },
  code: `
wx.request({
  url: 'http://api.hillside.example/v1/teas',
  success(res) {
    console.log('success', res.statusCode)
  },
  fail(err) {
    console.log('fail', err.errMsg, err.errno)
  },
})
`,
  scenario: {
    rules: [
      rule('plain', 'http://api.hillside.example/v1/teas', json({ json: { total: 24 } })),
      rule('secure', `${API}/v1/teas`, json({ json: { total: 24 } })),
    ],
  },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '域名在列表里，协议是 http，会怎么结束？', en: 'The domain is listed, but over http. How does it end?' },
      options: [
        { value: null, label: { zh: '`success`，照样发出', en: '`success`: it is sent' } },
        { value: 600009, label: { zh: '`fail` 600009，url 无效', en: '`fail` 600009, invalid url' } },
        { value: 600002, label: { zh: '`fail` 600002，不在域名列表里', en: '`fail` 600002, not in the domain list' } },
      ],
      of: { read: 'argument', call: 1, of: 'fail', path: 'errno' },
      answer: 600002,
    },
  ],
  claims: [
    { of: { read: 'argument', call: 1, of: 'fail', path: 'errMsg' }, operator: 'is', value: 'request:fail url not in domain list' },
    { of: { read: 'argument', call: 1, of: 'fail', path: 'errno' }, operator: 'is', value: 600002 },
    { of: { read: 'count', type: 'routed' }, operator: 'is', value: 0 },
  ],
  notes: {
    checked: { zh: '这里就被拦下了：没有发出任何东西。', en: 'It is stopped here: nothing is sent.' },
  },
  why: {
    text: {
      zh: '`http://` 本身是有效的 url，但域名列表里只有 https，所以校验不通过，什么都不发。开发者工具里可以“不校验合法域名”，正式版永远要校验。',
      en: '`http://` is a valid url, but the lists hold https only, so the check refuses it and nothing is sent. The check can be switched off in the tool; a release always has it.',
    },
    rules: [
      { id: 'URL-6', sure: 'D' },
      { id: 'DOM-1', sure: 'O' },
      { id: 'DOM-10', sure: 'D' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
  },
  vary: {
    goal: { zh: '让请求发出去，得到 200。', en: 'Let it go out and get a 200.' },
    options: [
      {
        label: { zh: '写成大写 `HTTP://`', en: 'Write `HTTP://`' },
        hint: { zh: '大小写不影响，还是 http。', en: 'Letter case has no say: it is still http.' },
        code: [{ from: 'http://', to: 'HTTP://' }],
      },
      { label: { zh: '改成 `https://`', en: 'Use `https://`' }, code: [{ from: 'http://', to: 'https://' }] },
      { label: { zh: '工具里不校验域名', en: 'No domain check, in the tool' }, scenario: { settings: { urlCheck: false } } },
      {
        label: { zh: '不校验，但已是正式版', en: 'No check, but a release' },
        hint: { zh: '手机上的正式版永远校验。', en: 'A release on a phone always checks.' },
        scenario: { settings: { enableDebug: true, envVersion: 'release' } },
      },
    ],
    check: [{ of: { read: 'argument', call: 1, of: 'success', path: 'statusCode' }, operator: 'is', value: 200 }],
    reached: { zh: '这次校验没有拦它。', en: 'This time the check let it through.' },
  },
}
