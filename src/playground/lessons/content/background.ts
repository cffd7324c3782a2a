import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

export const background: Lesson = {
  id: 'background',
  part: 'flow',
  minutes: 4,
  title: { zh: '切到后台 5 秒以后', en: 'Five seconds into the background' },
  lesson: { zh: '没完成的请求以 interrupted 失败', en: 'A call that is not done fails with `interrupted`' },
  story: {
    zh: '请求发出 1 秒后，用户切到了别的应用，没有再回来。服务器要 8 秒才回答，超时是 60 秒。',
    en: 'One second after the call the user goes to another app and does not come back. The server takes 8 s, the timeout is 60 s.',
  },
  code: `
wx.request({
  url: '${API}/v1/report',
  timeout: 60000,
  success(res) {
    console.log('success', res.statusCode)
  },
  fail(err) {
    console.log('fail', err.errMsg)
  },
})
`,
  scenario: { rules: [rule('report', `${API}/v1/report`, json({ json: {} }, { delay: 8000 }))], hiddenAt: 1000 },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '用户一直不回来，会怎么结束？', en: 'The user stays away. How does it end?' },
      options: [
        { value: 'success 200', label: { zh: '8 秒后 `success`', en: '`success` after 8 s' } },
        { value: 'fail request:fail interrupted', label: { zh: '`fail` interrupted', en: '`fail` interrupted' } },
        { value: 'none', label: { zh: '一直等，回来再说', en: 'It waits for the user to come back' } },
      ],
      of: { read: 'console', nth: 1 },
      answer: 'fail request:fail interrupted',
    },
    {
      kind: 'number',
      ask: { zh: '在第几毫秒？', en: 'At which millisecond?' },
      unit: { zh: '毫秒', en: 'ms' },
      within: 200,
      of: { read: 'at', call: 1, type: 'failed' },
      answer: 6000,
    },
  ],
  claims: [
    { of: { read: 'argument', call: 1, of: 'fail', path: 'errno' }, operator: 'is', value: 600003 },
    { of: { read: 'at', call: 1, type: 'failed' }, operator: 'is', value: 6000 },
  ],
  why: {
    text: {
      zh: '切到后台 5 秒后还没完成的请求，以 `interrupted` 失败，errno 600003；在后台时发起的请求立刻失败。所以重要的请求要在 `onShow` 里检查、重发。',
      en: 'A call that is not done 5 s after the app was hidden fails with `interrupted`, errno 600003; one that is made while it is hidden fails at once. So look after important calls in `onShow`.',
    },
    rules: [{ id: 'BG-1', sure: 'D' }],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/ability/network.html',
  },
  vary: {
    goal: { zh: '用户仍然切走。让 `success` 运行。', en: 'The user still leaves. Make `success` run.' },
    options: [
      {
        label: { zh: '`timeout: 120000`', en: '`timeout: 120000`' },
        hint: { zh: '超时和后台是两回事。', en: 'Timeout and background are two things.' },
        code: [{ from: 'timeout: 60000', to: 'timeout: 120000' }],
      },
      {
        label: { zh: '服务器 4 秒就回答', en: 'The server answers in 4 s' },
        scenario: { rules: [rule('quick', `${API}/v1/report`, json({ json: {} }, { delay: 4000 }))] },
      },
      { label: { zh: '用户 7 秒时才切走', en: 'The user leaves at 7 s' }, scenario: { hiddenAt: 7000 } },
    ],
    check: [{ of: { read: 'heard', call: 1, nth: 1 }, operator: 'is', value: 'success' }],
    reached: { zh: '回答在 5 秒之内到了。', en: 'The answer came within the 5 s.' },
  },
}
