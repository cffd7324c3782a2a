import type { Lesson } from '../schema/lesson-schema.ts'
import { API, json, rule } from './rule.ts'

const answersAfter = (delay: number) => [rule('avatar', `${API}/v1/me/avatar`, json({ json: { ok: true } }, { delay }))]

export const uploadProgress: Lesson = {
  id: 'upload-progress',
  part: 'flow',
  minutes: 5,
  title: { zh: '上传进度 100，传完了吗？', en: 'Progress 100: is the upload done?' },
  lesson: { zh: '字节都发出了，服务器还没有回答', en: 'All bytes are out; the server has yet to answer' },
  story: {
    zh: '上传一张 200,000 字节的照片。网络是 4G，服务器收完之后还要处理 2 秒才回答。',
    en: 'A photo of 200,000 bytes is uploaded over 4G. When the server has it all, it works for 2 seconds before it answers.',
  },
  code: `
const filePath = wx.env.USER_DATA_PATH + '/photo.jpg'
wx.getFileSystemManager().writeFileSync(filePath, new ArrayBuffer(200000))

let answered = false
const task = wx.uploadFile({
  url: '${API}/v1/me/avatar',
  filePath,
  name: 'avatar',
  success(res) {
    answered = true
    console.log('success', typeof res.data)
  },
})
task.onProgressUpdate(({ progress }) => {
  if (progress === 100) console.log(100, answered)
})
`,
  scenario: { rules: answersAfter(2000), settings: { conditions: { preset: '4g', seed: 2604 } } },
  questions: [
    {
      kind: 'choice',
      ask: { zh: '`progress` 到 100 的时候？', en: 'When `progress` is 100:' },
      options: [
        { value: '100 true', label: { zh: '`success` 已经运行', en: '`success` has run' } },
        { value: '100 false', label: { zh: '`success` 还没有运行', en: '`success` has not run yet' } },
        { value: null, label: { zh: '不一定会到 100', en: 'It need not come to 100' } },
      ],
      of: { read: 'console', nth: 1 },
      answer: '100 false',
    },
    {
      kind: 'choice',
      ask: { zh: '服务器回了 JSON，`typeof res.data` 是？', en: 'The server answers JSON. What is `typeof res.data`?' },
      options: [
        { value: 'success object', label: { zh: '`object`', en: '`object`' } },
        { value: 'success string', label: { zh: '`string`', en: '`string`' } },
      ],
      of: { read: 'console', nth: 2 },
      answer: 'success string',
    },
  ],
  claims: [
    { of: { read: 'console' }, operator: 'is', value: ['100 false', 'success string'] },
    { of: { read: 'count', type: 'progressed' }, operator: 'at-least', value: 3 },
    { of: { read: 'heard', call: 1, nth: 1 }, operator: 'is', value: 'onProgressUpdate' },
    { of: { read: 'argument', call: 1, of: 'onProgressUpdate', path: 'totalBytesExpectedToSend' }, operator: 'at-least', value: 200_001 },
    { of: { read: 'at', call: 1, type: 'succeeded' }, operator: 'at-least', value: 2000 },
    { of: { read: 'argument', call: 1, of: 'success', path: 'errMsg' }, operator: 'is', value: 'uploadFile:ok' },
  ],
  notes: {
    progressed: {
      zh: '`totalBytesExpectedToSend` 比文件大一点：表单的分隔和名字也要发出。',
      en: '`totalBytesExpectedToSend` is a little more than the file: the frame of the form is sent, too.',
    },
    success: {
      zh: '上传的 `res.data` 总是字符串，JSON 要自己 `JSON.parse`。',
      en: '`res.data` of an upload is always a string: parse JSON yourself.',
    },
  },
  why: {
    text: {
      zh: '`onProgressUpdate` 数的是发出的字节：`progress` 从 0 到 100，`totalBytesSent` 是已经发出的，`totalBytesExpectedToSend` 是一共要发出的。100 之后服务器还要处理，结果要等 `success`。所以进度条到头了，别急着说“上传成功”。',
      en: '`onProgressUpdate` counts bytes that went out: `progress` from 0 to 100, `totalBytesSent` so far, `totalBytesExpectedToSend` in all. After 100 the server still has to work, and only `success` tells how it ended. So a full bar is no reason yet to say “done”.',
    },
    rules: [
      { id: 'UP-1', sure: 'D' },
      { id: 'UP-3', sure: 'D' },
      { id: 'UP-4', sure: 'D' },
    ],
    source: 'https://developers.weixin.qq.com/miniprogram/dev/api/network/upload/UploadTask.onProgressUpdate.html',
  },
  vary: {
    goal: { zh: '让 `success` 在 1 秒之内运行。', en: 'Make `success` run within a second.' },
    options: [
      {
        label: { zh: '换成 Wi-Fi', en: 'Use Wi-Fi' },
        hint: { zh: '进度很快到 100，但服务器还是要处理 2 秒。', en: 'The bar is full sooner, but the server still works for 2 seconds.' },
        scenario: { settings: { conditions: { preset: 'wifi', seed: 2604 } } },
      },
      {
        label: { zh: '照片压到 20,000 字节', en: 'Shrink the photo to 20,000 bytes' },
        hint: { zh: '要发的少了，等的一样多。', en: 'Less to send, and just as long to wait.' },
        code: [{ from: '200000', to: '20000' }],
      },
      { label: { zh: '服务器 200 ms 就回答', en: 'A server that answers in 200 ms' }, scenario: { rules: answersAfter(200) } },
    ],
    check: [
      { of: { read: 'at', call: 1, type: 'succeeded' }, operator: 'at-most', value: 1000 },
      { of: { read: 'count', type: 'succeeded' }, operator: 'is', value: 1 },
    ],
    reached: { zh: '慢的不是上传，是等回答。', en: 'It was not the sending that took long, but the answer.' },
  },
}
