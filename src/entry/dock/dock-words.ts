import { dictionary } from '../../panel/words/dictionary.ts'

export const dockWords = dictionary({
  zh: {
    open: '打开请求面板',
    openHint: (key: string) => `打开请求面板（${key}）`,
    calls: (count: string) => `${count} 个请求`,
    failed: (count: string) => `${count} 个失败`,
    running: (count: string) => `${count} 个进行中`,
    skip: '跳到请求面板',
    panel: 'wx 请求面板',
    title: '请求面板',
    resizeHeight: '调整面板高度',
    resizeWidth: '调整面板宽度',
    move: '移动面板（方向键）',
    resize: '调整面板大小（方向键）',
    blocked: '浏览器拦截了弹出的窗口。请在地址栏里允许这个网站弹出窗口，再试一次。',
    needsPress: '浏览器要等一次点按才允许打开单独的窗口。',
    openWindow: '在单独的窗口中打开',
    dismiss: '关闭提示',
  },
  en: {
    open: 'Open the request inspector',
    openHint: (key: string) => `Open the request inspector (${key})`,
    calls: (count: string) => `${count} ${count === '1' ? 'call' : 'calls'}`,
    failed: (count: string) => `${count} failed`,
    running: (count: string) => `${count} running`,
    skip: 'Skip to the request panel',
    panel: 'wx request inspector',
    title: 'Request inspector',
    resizeHeight: 'Resize the inspector',
    resizeWidth: 'Resize the width of the inspector',
    move: 'Move the inspector (arrow keys)',
    resize: 'Resize the inspector (arrow keys)',
    blocked: 'The browser blocked the window. Allow pop-ups for this site in the address bar, then try again.',
    needsPress: 'The browser opens a separate window only on a click.',
    openWindow: 'Open in a separate window',
    dismiss: 'Dismiss',
  },
})

export type DockWords = (typeof dockWords)['zh']
