import type { Lesson } from '../schema/lesson-schema.ts'
import { API, rule } from './rule.ts'

// 茶 is e8 8c b6: the pieces are cut after its first byte.
const PIECES = rule('stream', `${API}/v1/story`, {
  kind: 'response',
  headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  chunks: [
    { after: 100, base64: '5pil6A==' },
    { after: 200, base64: 'jLY=' },
  ],
})

export const chunks: Lesson = {
  id: 'chunks',
  part: 'flow',
  minutes: 5,
  title: { zh: '分块会切开一个字吗？', en: 'Can a piece cut a character?' },
  lesson: { zh: '会。要用同一个解码器接着解', en: 'It can. Decode all pieces with one decoder' },
  story: {
    zh: '服务器一段一段地送来“春茶”两个字，`enableChunked` 打开了。每收到一段就解码一次。',
    en: 'The server sends the two characters 春茶 piece by piece, and `enableChunked` is on. Each piece is decoded as it comes.',
  },
  code: `
let text = ''
const task = wx.request({
  url: '${API}/v1/story',
  enableChunked: true,
  success(res) {
    console.log(text)
    console.log(typeof res.data, res.data.length)
  },
})
task.onChunkReceived(({ data }) => {
  const decoder = new TextDecoder()
  text += decoder.decode(data)
})
`,
  scenario: { rules: [PIECES] },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '控制台的第一行是什么？', en: 'What is the first line of the console?' },
      options: [
        { value: '春茶', label: { zh: '春茶', en: '春茶' } },
        { value: '春���', label: { zh: '春，后面是乱码', en: '春, and then replacement characters' } },
        { value: '', label: { zh: '空的', en: 'nothing' } },
      ],
      of: { read: 'console', nth: 1 },
      answer: '春���',
    },
    {
      kind: 'choice',
      ask: { zh: '第二行呢？', en: 'And the second line?' },
      options: [
        { value: 'string 0', label: { zh: '`string 0`，空的', en: '`string 0`: empty' } },
        { value: 'string 2', label: { zh: '`string 2`，整段文本', en: '`string 2`: the whole text' } },
        { value: 'object', label: { zh: 'ArrayBuffer', en: 'an ArrayBuffer' } },
      ],
      of: { read: 'console', nth: 2 },
      answer: 'string 0',
    },
  ],
  claims: [
    { of: { read: 'console' }, operator: 'is', value: ['春���', 'string 0'] },
    { of: { read: 'count', type: 'chunk-received' }, operator: 'is', value: 2 },
    { of: { read: 'heard', call: 1 }, operator: 'is', value: ['onChunkReceived', 'onChunkReceived', 'success'] },
    { of: { read: 'argument', call: 1, of: 'success', path: 'data' }, operator: 'is', value: '' },
    { of: { read: 'argument', call: 1, of: 'onChunkReceived', path: 'data' }, operator: 'is', value: 'ArrayBuffer(4) e6 98 a5 e8' },
  ],
  notes: {
    onChunkReceived: {
      zh: '“茶”是三个字节 e8 8c b6，这一段只有其中一部分。',
      en: '茶 is three bytes, e8 8c b6, and this piece has only some of them.',
    },
  },
  why: {
    text: {
      zh: '在哪里切由网络决定，可能切在一个字的中间。用同一个 `TextDecoder`，加上 `{ stream: true }`，它会记住没解完的字节。`success` 里的 `data` 是空字符串。',
      en: 'Where pieces are cut is up to the network, and it may be within a character. One `TextDecoder` with `{ stream: true }` remembers the bytes that are left. In `success`, `data` is an empty text.',
    },
    rules: [
      { id: 'CHUNK-1', sure: 'D' },
      { id: 'CHUNK-4', sure: 'I' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/request/RequestTask.onChunkReceived.html',
  },
  vary: {
    goal: { zh: '让控制台里出现“春茶”。', en: 'Make the console show 春茶.' },
    options: [
      {
        label: { zh: "`new TextDecoder('utf-8')`", en: "`new TextDecoder('utf-8')`" },
        hint: {
          zh: '默认就是 utf-8。问题是每段都换一个新的解码器。',
          en: 'It is utf-8 by default. The trouble is a new decoder for each piece.',
        },
        code: [{ from: 'new TextDecoder()', to: "new TextDecoder('utf-8')" }],
      },
      {
        label: { zh: '一个解码器，`{ stream: true }`', en: 'One decoder, `{ stream: true }`' },
        code: [
          { from: "let text = ''", to: "let text = ''\nconst decoder = new TextDecoder()" },
          {
            from: '  const decoder = new TextDecoder()\n  text += decoder.decode(data)',
            to: '  text += decoder.decode(data, { stream: true })',
          },
        ],
      },
      {
        label: { zh: '一个解码器，不加 `stream`', en: 'One decoder, without `stream`' },
        hint: {
          zh: '不加 `stream`，它每次都把剩下的字节当成乱码。',
          en: 'Without `stream` it takes the bytes that are left for broken ones.',
        },
        code: [
          { from: "let text = ''", to: "let text = ''\nconst decoder = new TextDecoder()" },
          { from: '  const decoder = new TextDecoder()\n', to: '' },
        ],
      },
    ],
    check: [{ of: { read: 'console', nth: 1 }, operator: 'is', value: '春茶' }],
    reached: { zh: '解码器记住了切开的那个字节。', en: 'The decoder has remembered the byte that was cut off.' },
  },
}
