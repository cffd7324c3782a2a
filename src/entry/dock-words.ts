import { dictionary } from '../panel/words/dictionary.ts'

export const dockWords = dictionary({
  zh: {
    open: '打开请求检查器',
    openHint: (key: string) => `打开请求检查器（${key}）`,
    panel: 'wx 请求检查器',
    resize: '调整检查器高度',
  },
  en: {
    open: 'Open the request inspector',
    openHint: (key: string) => `Open the request inspector (${key})`,
    panel: 'wx request inspector',
    resize: 'Resize the inspector',
  },
})
