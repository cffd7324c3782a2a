import { dictionary } from './dictionary.ts'

/** What the views of the panel are called. A view is known by its key here. */
export const viewWords = dictionary({
  zh: { requests: '请求', mocks: 'Mock', domains: '合法域名', environment: '环境' },
  en: { requests: 'Requests', mocks: 'Mocks', domains: 'Domains', environment: 'Environment' },
})

export type ViewId = keyof typeof viewWords.zh
