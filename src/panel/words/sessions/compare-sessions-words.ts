import type { SessionChange } from '../../../exchange/compare/compare-sessions.ts'
import { dictionary } from '../dictionary.ts'

/** Which of the compared calls are listed. */
export type ComparedFilter = SessionChange | 'changed' | 'same'

/** Two sessions side by side. */
export const compareSessionsWords = dictionary({
  zh: {
    title: '对比会话',
    close: '关闭对比',
    before: '之前',
    after: '之后',
    sessions: { live: '实时记录', page: '本次打开页面', kept: '刷新前保留的记录', file: '文件' },
    amount: (count: string) => `${count} 个请求`,
    swap: '交换',
    needsTwo: '要对比两份会话：打开一个 HAR 文件，或者打开“保留记录”后刷新页面。',
    comparing: '正在对比…',
    filter: '显示',
    filters: {
      changed: '有变化',
      new: '新增',
      gone: '消失',
      different: '不同',
      slower: '变慢',
      same: '相同',
    } satisfies Record<ComparedFilter, string> as Readonly<Record<ComparedFilter, string>>,
    counted: (name: string, count: string) => `${name} ${count}`,
    none: '没有符合条件的请求',
    table: '两份会话中的请求',
    change: '变化',
    request: '请求',
    more: (count: string) => `还有 ${count} 个没有列出`,
    matching: '按接口、方法和 URL 依次配对；慢 30% 且多 50 ms 以上算变慢。',
    back: '返回列表',
  },
  en: {
    title: 'Compare sessions',
    close: 'Close the comparison',
    before: 'Before',
    after: 'After',
    sessions: { live: 'Live record', page: 'This page load', kept: 'Kept from before the reload', file: 'File' },
    amount: (count) => (count === '1' ? '1 request' : `${count} requests`),
    swap: 'Swap',
    needsTwo: 'Two sessions are needed: open a HAR file, or turn on Keep log and reload the page.',
    comparing: 'Comparing…',
    filter: 'Show',
    filters: { changed: 'Changed', new: 'New', gone: 'Gone', different: 'Different', slower: 'Slower', same: 'Same' },
    counted: (name, count) => `${name} ${count}`,
    none: 'No requests match the filter',
    table: 'Requests of the two sessions',
    change: 'Change',
    request: 'Request',
    more: (count) => (count === '1' ? '1 more is not listed' : `${count} more are not listed`),
    matching: 'Requests are matched by API, method and URL, in order. Slower: by 30% and by more than 50 ms.',
    back: 'Back to the list',
  },
})
