import { dictionary } from './dictionary.ts'

/** What stands around the views: where the panel is, and what its tabs tell. */
export const frameWords = dictionary({
  zh: {
    changed: '有更改过的设置',
    keys: '快捷键',
    keysHint: '快捷键（?）',
    dock: '停靠位置',
    places: { bottom: '停靠到下方', right: '停靠到右侧', left: '停靠到左侧', float: '浮动在页面上', window: '单独的窗口' },
    noRoom: '窗口太窄',
  },
  en: {
    changed: 'Some settings were changed',
    keys: 'Keyboard shortcuts',
    keysHint: 'Keyboard shortcuts (?)',
    dock: 'Dock side',
    places: {
      bottom: 'Dock to bottom',
      right: 'Dock to right',
      left: 'Dock to left',
      float: 'Float over the page',
      window: 'Undock into separate window',
    },
    noRoom: 'Window too narrow',
  },
})
