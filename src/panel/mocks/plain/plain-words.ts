import { dictionary } from '../../words/dictionary.ts'

/** For those who meet no editor, because its code did not come. */
export const plainWords = dictionary({
  zh: {
    rule: (name: string) => `规则“${name}”的 JSON`,
    response: '响应文本',
    match: '匹配条件的 JSON',
    noEditor: '编辑器没有加载出来，可以在这里直接改文本。',
    noWhy: '查看原因要用到编辑器，编辑器没有加载出来。',
    bytes: '响应是二进制内容，没有编辑器时不能修改。',
    notTaken: '没有保存：',
  },
  en: {
    rule: (name) => `JSON of the rule “${name}”`,
    response: 'Response text',
    match: 'JSON of the conditions',
    noEditor: 'The editor could not be loaded. The text can be edited here.',
    noWhy: 'The reasons come with the editor, which could not be loaded.',
    bytes: 'The response is binary, and cannot be changed without the editor.',
    notTaken: 'Not saved:',
  },
})
