import { dictionary } from '../../entry/words.ts'

/** What the page around the phone and the panel says. */
export const shellWords = dictionary({
  zh: {
    title: (screen: string) => `wx-request-inspector · ${screen}`,
    screenNames: { preview: '预览', playground: '演练场', lessons: '课程' },
    loading: '正在加载',
    preview: '预览',
    inspector: '请求面板',
    screens: '页面',
    halves: '显示哪一屏',
    phone: '小程序预览',
    reload: '重新加载预览',
    fold: '收起预览',
    unfold: '展开预览',
    divider: '预览和请求面板的分隔条',
    otherLanguage: '切换到英文 EN',
    theme: (now: string) => `主题：${now}，点按切换`,
    themes: { auto: '跟随系统', light: '浅色', dark: '深色' },
  },
  en: {
    title: (screen: string) => `wx-request-inspector · ${screen}`,
    screenNames: { preview: 'Preview', playground: 'Playground', lessons: 'Lessons' },
    loading: 'Loading',
    preview: 'Preview',
    inspector: 'Inspector',
    screens: 'Screens',
    halves: 'Which screen to show',
    phone: 'Mini-program preview',
    reload: 'Reload preview',
    fold: 'Hide preview',
    unfold: 'Show preview',
    divider: 'Divider between preview and panel',
    otherLanguage: 'Switch to Chinese 中',
    theme: (now: string) => `Theme: ${now}. Press to change`,
    themes: { auto: 'follows the system', light: 'light', dark: 'dark' },
  },
})
