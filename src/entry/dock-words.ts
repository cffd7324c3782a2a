import { dictionary } from '../panel/words/dictionary.ts'

export const dockWords = dictionary({
  zh: {
    open: '打开请求面板',
    openHint: (key: string) => `打开请求面板（${key}）`,
    panel: 'wx 请求面板',
    resize: '调整面板高度',
  },
  en: {
    open: 'Open the request inspector',
    openHint: (key: string) => `Open the request inspector (${key})`,
    panel: 'wx request inspector',
    resize: 'Resize the inspector',
  },
})
