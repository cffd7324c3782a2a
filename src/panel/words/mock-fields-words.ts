import { dictionary } from './dictionary.ts'

/** Fields of rules and answers that few rules have. */
export const mockFieldsWords = dictionary({
  zh: {
    template: '模板',
    templateHint: '按 Mock.js 语法生成数据；再按一次恢复为固定内容',
    templateText: 'Mock.js 模板',
    preview: '预览',
    previewHint: '第一次请求得到的数据',
    seed: '随机种子',
    seedHint: '种子相同，结果相同；留空则用规则 ID',
  },
  en: {
    template: 'Template',
    templateHint: 'Makes data in the syntax of Mock.js; press again for fixed content',
    templateText: 'Mock.js template',
    preview: 'Preview',
    previewHint: 'What the first request gets',
    seed: 'Seed',
    seedHint: 'The same seed makes the same data; empty for the id of the rule',
  },
})
