import { dictionary } from './dictionary.ts'

/** Words of held calls: where they stand, and what a person can do with them. */
export const holdWords = dictionary({
  zh: {
    gate: { send: '发送前', headers: '响应头', 'first-chunk': '首个数据块', chunk: '数据块', callbacks: '回调前' },
    resumedBy: { person: '手动继续', time: '到时自动继续', 'no-panel': '面板关闭' },
    changed: (names: string) => `改了 ${names}`,
    timeout: { frozen: '超时已暂停', runs: '超时仍在计时' },
  },
  en: {
    gate: {
      send: 'before it is sent',
      headers: 'at the headers',
      'first-chunk': 'at the first chunk',
      chunk: 'at a chunk',
      callbacks: 'before the callbacks',
    },
    resumedBy: { person: 'by hand', time: 'nobody did in time', 'no-panel': 'the panel was closed' },
    changed: (names: string) => `changed: ${names}`,
    timeout: { frozen: 'timeout paused', runs: 'timeout still running' },
  },
})
