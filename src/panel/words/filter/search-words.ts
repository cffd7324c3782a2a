import { dictionary } from '../dictionary.ts'

/** How far a filter has come that has to read what the list does not hold. */
export const searchWords = dictionary({
  zh: {
    searching: (left: string) => `正在搜索，还剩 ${left} 个请求…`,
    searched: (requests: string) => `已搜索 ${requests} 个请求的内容`,
    gone: (requests: string) => `其中 ${requests} 个的内容已清理或不完整`,
  },
  en: {
    searching: (left: string) => `Searching, ${left} left…`,
    searched: (requests: string) => (requests === '1' ? 'Bodies of 1 request searched' : `Bodies of ${requests} requests searched`),
    gone: (requests: string) => `${requests} of them released or incomplete`,
  },
})
