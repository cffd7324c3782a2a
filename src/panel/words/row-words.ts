import { dictionary } from './dictionary.ts'

/** What a row says of its call besides its status, and the numbers of the summary bar. */
export const rowWords = dictionary({
  zh: {
    threw: (callback: string) => `${callback} 抛错`,
    chunks: (count: string) => `${count} 个分块`,
    errno: (code: string) => `errno ${code}`,
    httpErrors: (count: string) => `${count} 个 4xx / 5xx`,
    callbacksThrew: (count: string) => `${count} 个回调抛错`,
  },
  en: {
    threw: (callback: string) => `${callback} threw`,
    chunks: (count: string) => (count === '1' ? '1 chunk' : `${count} chunks`),
    errno: (code: string) => `errno ${code}`,
    httpErrors: (count: string) => `${count} × 4xx / 5xx`,
    callbacksThrew: (count: string) => (count === '1' ? '1 callback threw' : `${count} callbacks threw`),
  },
})
