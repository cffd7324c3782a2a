import { dictionary } from './dictionary.ts'
import { holdWords } from './hold-words.ts'

/** What a row says of its call besides its status, and the numbers of the summary bar. */
export const rowWords = dictionary({
  zh: {
    gate: holdWords.zh.gate,
    held: holdWords.zh.held,
    moving: { sent: '上传中', received: '下载中' },
    api: { uploadFile: '上传', downloadFile: '下载', connectSocket: 'WebSocket' },
    mockedBy: (rule: string) => `Mock：${rule}`,
    threw: (callback: string) => `${callback} 抛错`,
    chunks: (count: string) => `${count} 个分块`,
    errno: (code: string) => `errno ${code}`,
    httpErrors: (count: string) => `${count} 个 4xx / 5xx`,
    callbacksThrew: (count: string) => `${count} 个回调抛错`,
  },
  en: {
    gate: holdWords.en.gate,
    held: holdWords.en.held,
    moving: { sent: 'Uploading', received: 'Downloading' },
    api: { uploadFile: 'upload', downloadFile: 'download', connectSocket: 'WebSocket' },
    mockedBy: (rule: string) => `Mock: ${rule}`,
    threw: (callback: string) => `${callback} threw`,
    chunks: (count: string) => (count === '1' ? '1 chunk' : `${count} chunks`),
    errno: (code: string) => `errno ${code}`,
    httpErrors: (count: string) => `${count} × 4xx / 5xx`,
    callbacksThrew: (count: string) => (count === '1' ? '1 callback threw' : `${count} callbacks threw`),
  },
})
