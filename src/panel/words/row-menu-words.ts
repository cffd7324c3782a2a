import { dictionary } from './dictionary.ts'

/** The menu of a row, which may be for several. */
export const rowMenuWords = dictionary({
  zh: {
    menu: '请求操作',
    open: '查看详情',
    abort: (count: string) => (count === '1' ? '中止' : `中止 ${count} 个请求`),
    didAbort: (count: string) => `已中止 ${count} 个请求`,
    filterBy: '按此过滤',
  },
  en: {
    menu: 'Request actions',
    open: 'Open details',
    abort: (count: string) => (count === '1' ? 'Abort' : `Abort ${count} requests`),
    didAbort: (count: string) => (count === '1' ? '1 request aborted' : `${count} requests aborted`),
    filterBy: 'Filter by',
  },
})
