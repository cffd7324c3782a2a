import { dictionary } from './dictionary.ts'

/** Where a length or a field of a profile comes from. */
export const originWords = dictionary({
  zh: {
    origin: { measured: '实测', simulated: '模拟', derived: '推算', filler: '占位值', none: '–' },
    originMeans: {
      measured: '来自真实的计时',
      simulated: '由连接模型按网络条件算出来的，不是真机数据',
      filler: '高性能模式下微信填的占位值，没有意义（PROF-7）',
      derived: '没有单独测到，取相邻步骤的时刻',
      none: '不适用',
    },
    origins: '来源',
  },
  en: {
    origin: { measured: 'measured', simulated: 'simulated', derived: 'derived', filler: 'filler', none: '–' },
    originMeans: {
      measured: 'A real clock was read',
      simulated: 'Worked out by the connection model from the network conditions; not what a phone measured',
      filler: 'WeChat fills this in high-performance mode; it means nothing (PROF-7)',
      derived: 'Not measured by itself: taken from the step beside it',
      none: 'Does not apply',
    },
    origins: 'Origin',
  },
})
