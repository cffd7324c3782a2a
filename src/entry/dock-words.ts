import { dictionary } from '../panel/words/dictionary.ts'

export const dockWords = dictionary({
  zh: {
    open: '打开请求检查器',
    panel: 'wx 请求检查器',
    resize: '调整检查器高度',
  },
  en: {
    open: 'Open the request inspector',
    panel: 'wx request inspector',
    resize: 'Resize the inspector',
  },
})
