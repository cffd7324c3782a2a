import type { Lesson } from '../schema/lesson-schema.ts'
import { rule } from './rule.ts'

const CHAT = 'wss://chat.hillside.example/room'

export const sixthSocket: Lesson = {
  id: 'sixth-socket',
  part: 'flow',
  minutes: 3,
  title: { zh: '第 6 个 WebSocket 呢？', en: 'And the sixth WebSocket?' },
  lesson: { zh: '同时五个，第六个失败，不排队', en: 'Five at once; the sixth fails and does not wait' },
  story: {
    zh: '第 11 个请求会排队。那么连着打开 6 个 WebSocket 呢？',
    en: 'The 11th request waits in line. What if six WebSockets are opened one after the other?',
  },
  code: `
for (let n = 1; n <= 6; n += 1) {
  const socket = wx.connectSocket({ url: '${CHAT}' })
  socket.onOpen(() => console.log(n, 'open'))
  socket.onError(() => console.log(n, 'error'))
}
`,
  scenario: { rules: [rule('chat', CHAT, { kind: 'socket', script: [] })] },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '第 6 个会怎样？', en: 'What happens to the sixth?' },
      options: [
        { value: 'queued', label: { zh: '排队', en: 'It waits' } },
        { value: 'too-many-sockets', label: { zh: '失败', en: 'It fails' } },
        { value: null, label: { zh: '照样打开', en: 'It opens' } },
      ],
      of: { read: 'event', call: 6, type: 'failed', path: 'error.kind' },
      answer: 'too-many-sockets',
    },
  ],
  claims: [
    { of: { read: 'count', type: 'opened' }, operator: 'is', value: 5 },
    { of: { read: 'heard', call: 6, nth: 1 }, operator: 'is', value: 'onError' },
    { of: { read: 'count', type: 'queued' }, operator: 'is', value: 0 },
  ],
  why: {
    text: {
      zh: '同时最多 5 个 WebSocket，第 6 个直接失败，onError 会运行。它不像 wx.request 那样排队。',
      en: 'At most five WebSockets at once; the sixth fails at once and onError runs. It does not wait as `wx.request` does.',
    },
    rules: [{ id: 'LIM-3', sure: 'D' }],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/websocket/wx.connectSocket.html',
  },
  vary: {
    goal: { zh: '让每一个都打开。', en: 'Let each of them open.' },
    options: [
      {
        label: { zh: '隔 100 ms 开一个', en: 'Open one every 100 ms' },
        hint: { zh: '前五个还开着，位置没有空出来。', en: 'The first five are still open, so no place is free.' },
        code: [
          { from: '  const socket', to: '  setTimeout(() => {\n  const socket' },
          { from: "console.log(n, 'error'))\n", to: "console.log(n, 'error'))\n  }, n * 100)\n" },
        ],
      },
      { label: { zh: '只开 5 个', en: 'Open five only' }, code: [{ from: 'n <= 6', to: 'n <= 5' }] },
    ],
    check: [
      { of: { read: 'count', type: 'failed' }, operator: 'is', value: 0 },
      { of: { read: 'count', type: 'opened' }, operator: 'at-least', value: 5 },
    ],
    reached: { zh: '正好五个。', en: 'Just five.' },
  },
}
