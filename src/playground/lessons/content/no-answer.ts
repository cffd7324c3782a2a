import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

export const noAnswer: Lesson = {
  id: 'no-answer',
  part: 'domains',
  minutes: 4,
  title: { zh: '证书过期了会怎样？', en: 'What if the certificate has expired?' },
  lesson: {
    zh: '连不上就没有回答：fail 600001，原因只在 errMsg 里',
    en: 'No connection, no answer: fail 600001, the cause only in errMsg',
  },
  story: {
    zh: '服务器的证书昨天过期了。域名在列表里，服务器也开着。',
    en: 'The certificate of the server expired yesterday. Its host is on the list, and the server is up.',
  },
  code: `
wx.request({
  url: '${API}/v1/teas',
  success(res) {
    console.log('success', res.statusCode)
  },
  fail(err) {
    console.log('fail', err.errno)
  },
})
`,
  scenario: { rules: [rule('expired', `${API}/v1/teas`, { kind: 'fail', error: 'ERR_CERT_DATE_INVALID' })] },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '服务器在，证书不对，会怎么结束？', en: 'The server is up, its certificate is not good. How does it end?' },
      options: [
        { value: 'success 495', label: { zh: '`success`，一个 4xx 状态码', en: '`success`, with a status of 4xx' } },
        { value: 'fail 600001', label: { zh: '`fail` 600001', en: '`fail` 600001' } },
        { value: 'fail 600002', label: { zh: '`fail` 600002', en: '`fail` 600002' } },
      ],
      of: { read: 'console', nth: 1 },
      answer: 'fail 600001',
    },
  ],
  claims: [
    { of: { read: 'argument', call: 1, of: 'fail', path: 'errno' }, operator: 'is', value: 600001 },
    { of: { read: 'argument', call: 1, of: 'fail', path: 'errMsg' }, operator: 'contains', value: 'ERR_CERT_DATE_INVALID' },
    { of: { read: 'count', type: 'headers-received' }, operator: 'is', value: 0 },
  ],
  why: {
    text: {
      zh: '只有 https，TLS 1.2 以上，证书要完整、可信、域名和日期都对。握手失败就没有回答：errno 都是 600001，具体原因是 errMsg 里 Chromium 的名字。',
      en: 'Only https, TLS 1.2 or newer, with a complete and trusted certificate of the right host and date. When the handshake fails there is no answer: errno is 600001, and only errMsg names the cause, in the words of Chromium.',
    },
    rules: [
      { id: 'DOM-14', sure: 'D' },
      { id: 'ERR-4', sure: 'D' },
      { id: 'ERR-7', sure: 'D' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/framework/usability/PublicErrno.html',
  },
  vary: {
    goal: { zh: '仍然没有好消息，但让 `success` 运行。', en: 'The news may stay bad, but make `success` run.' },
    options: [
      {
        label: { zh: '拒绝连接', en: 'Connection refused' },
        hint: { zh: '还是没有回答。', en: 'There is still no answer.' },
        scenario: { rules: [rule('refused', `${API}/v1/teas`, { kind: 'fail', error: 'ERR_CONNECTION_REFUSED' })] },
      },
      {
        label: { zh: '证书修好，服务器回 503', en: 'A good certificate, and a 503' },
        scenario: { rules: [rule('busy', `${API}/v1/teas`, json({ text: 'Busy' }, { status: 503 }))] },
      },
      {
        label: { zh: '不校验域名', en: 'No domain check' },
        hint: { zh: '域名校验和证书是两回事。', en: 'The domain check and certificates are two things.' },
        scenario: { settings: { urlCheck: false } },
      },
    ],
    check: [{ of: { read: 'heard', call: 1, nth: 1 }, operator: 'is', value: 'success' }],
    reached: { zh: '503 也是一个回答。', en: 'A 503 is an answer, too.' },
  },
}
