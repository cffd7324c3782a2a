import { dictionary } from '../../words/dictionary.ts'

/** The dialog that adds a column for a response header. */
export const headerColumnWords = dictionary({
  zh: {
    title: '添加响应头列',
    name: '响应头名称',
    hint: '字母、数字、- 和 _。列会出现在瀑布图前面，可以排序。',
    add: '添加',
    cancel: '取消',
  },
  en: {
    title: 'Add header column',
    name: 'Response header',
    hint: 'Letters, digits, - and _. The column stands before the waterfall and can be sorted.',
    add: 'Add',
    cancel: 'Cancel',
  },
})
