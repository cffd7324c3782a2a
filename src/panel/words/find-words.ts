import { dictionary } from './dictionary.ts'

/** The search through the details of a call. */
export const findWords = dictionary({
  zh: {
    open: '查找',
    field: '在详情中查找',
    count: (place: string, all: string) => `${place} / ${all}`,
    found: (all: string) => `${all} 处匹配`,
    none: '无匹配',
    searching: '查找中…',
    atLeast: (all: string) => `${all}+`,
    next: '下一处匹配',
    previous: '上一处匹配',
    close: '关闭查找',
  },
  en: {
    open: 'Find',
    field: 'Find in details',
    count: (place: string, all: string) => `${place} of ${all}`,
    found: (all: string) => (all === '1' ? '1 match' : `${all} matches`),
    none: 'No matches',
    searching: 'Searching…',
    atLeast: (all: string) => `${all}+`,
    next: 'Next match',
    previous: 'Previous match',
    close: 'Close find',
  },
})
