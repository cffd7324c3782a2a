import { dictionary } from './dictionary.ts'

/** The menu of a row, which may be for several. */
export const rowMenuWords = dictionary({
  zh: {
    menu: '请求操作',
    open: '查看详情',
    abort: (count: string) => (count === '1' ? '中止' : `中止 ${count} 个请求`),
    didAbort: (count: string) => `已中止 ${count} 个请求`,
    filterBy: '按此过滤',
    mark: {
      pin: (count: string) => (count === '1' ? '标记' : `标记 ${count} 个请求`),
      unpin: (count: string) => (count === '1' ? '取消标记' : `取消标记 ${count} 个请求`),
      pinned: '已标记',
      color: '颜色',
      noColor: '无',
      colors: { red: '红色', orange: '橙色', green: '绿色', blue: '蓝色', purple: '紫色' },
      note: '备注',
      addNote: '备注…',
      noteHint: '仅自己可见，刷新后仍在，关闭标签页后清除。用 note:文字 过滤。',
      save: '保存',
      cancel: '取消',
    },
  },
  en: {
    menu: 'Request actions',
    open: 'Open details',
    abort: (count: string) => (count === '1' ? 'Abort' : `Abort ${count} requests`),
    didAbort: (count: string) => (count === '1' ? '1 request aborted' : `${count} requests aborted`),
    filterBy: 'Filter by',
    mark: {
      pin: (count: string) => (count === '1' ? 'Pin' : `Pin ${count} requests`),
      unpin: (count: string) => (count === '1' ? 'Unpin' : `Unpin ${count} requests`),
      pinned: 'Pinned',
      color: 'Color',
      noColor: 'None',
      colors: { red: 'Red', orange: 'Orange', green: 'Green', blue: 'Blue', purple: 'Purple' },
      note: 'Note',
      addNote: 'Note…',
      noteHint: 'Only you see it. It survives a reload and is removed when the tab is closed. Filter with note:text.',
      save: 'Save',
      cancel: 'Cancel',
    },
  },
})
