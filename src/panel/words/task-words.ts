import { dictionary } from './dictionary.ts'

/** How a task stands, who answers it, and how it is ended: the same words in the list and in the details. */
export const taskWords = dictionary({
  zh: {
    state: {
      created: '已创建',
      queued: '排队中',
      running: '等待响应',
      receiving: '接收中',
      open: '已打开',
      closed: '已关闭',
      succeeded: '成功',
      failed: '失败',
    },
    by: { mock: 'Mock 规则', relay: '转发', fetch: '真实网络' },
    abort: '中止',
    closeSocket: '关闭连接',
  },
  en: {
    state: {
      created: 'created',
      queued: 'queued',
      running: 'pending',
      receiving: 'receiving',
      open: 'open',
      closed: 'closed',
      succeeded: 'succeeded',
      failed: 'failed',
    },
    by: { mock: 'mock rule', relay: 'relay', fetch: 'real network' },
    abort: 'Abort',
    closeSocket: 'Close socket',
  },
})
