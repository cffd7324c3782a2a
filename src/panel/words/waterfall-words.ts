import { dictionary } from './dictionary.ts'

/** The axis of the waterfall. */
export const waterfallWords = dictionary({
  zh: {
    rulerHint: '拖动选择一段时间；Ctrl+滚轮或 + - 缩放，Shift+左右方向键平移，0 还原',
    folded: (time: string) => `这里折叠了没有请求活动的 ${time}`,
    reset: '显示全部时间（0）',
    zoomed: (from: string, length: string) => `显示 ${from} 起的 ${length}`,
    whole: '显示全部时间',
    lanes: '并发名额',
    lanesBroke: '并发名额无法显示',
    overview: '时间概览',
    overviewBroke: '时间概览无法显示',
    overviewHint: '拖动选择一段时间，双击或按 Esc 显示全部',
    rangeFrom: '起点',
    rangeTo: '终点',
    range: (from: string, to: string, length: string) => `${from} – ${to} · ${length}`,
  },
  en: {
    rulerHint: 'Drag to select a range. Ctrl+wheel or + and - zoom, Shift+arrows pan, 0 resets',
    folded: (time: string) => `${time} without activity, folded`,
    reset: 'Show all time (0)',
    zoomed: (from: string, length: string) => `Showing ${length} from ${from}`,
    whole: 'Showing all time',
    lanes: 'Slots',
    lanesBroke: 'The slots failed to load',
    overview: 'Time overview',
    overviewBroke: 'The time overview failed to load',
    overviewHint: 'Drag to select a range. Double-click or Esc shows all',
    rangeFrom: 'Start',
    rangeTo: 'End',
    range: (from: string, to: string, length: string) => `${from} – ${to} · ${length}`,
  },
})
