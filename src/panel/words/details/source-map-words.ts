import { dictionary } from '../dictionary.ts'

/** Places of a stack in the sources of its scripts. */
export const sourceMapWords = dictionary({
  zh: {
    map: '用 source map 还原',
    mapHint: '读取这些脚本和它们的 source map',
    reading: '正在读取 source map…',
    mapped: (count: string, all: string) => `已还原 ${count} / ${all} 个位置`,
    fault: {
      address: '这种地址的脚本或 source map 无法读取',
      script: '无法读取脚本',
      'no-map': '脚本没有 source map',
      map: '无法读取 source map',
      'bad-map': 'source map 的内容有误',
      'too-large': '超过 32 MiB，没有读取',
      'no-place': 'source map 里没有这个位置',
    },
  },
  en: {
    map: 'Map with source maps',
    mapHint: 'Reads these scripts and their source maps',
    reading: 'Reading source maps…',
    mapped: (count, all) => `${count} of ${all} places mapped`,
    fault: {
      address: 'A script or source map at such an address cannot be read',
      script: 'The script could not be read',
      'no-map': 'The script has no source map',
      map: 'The source map could not be read',
      'bad-map': 'The source map is not valid',
      'too-large': 'Larger than 32 MiB, not read',
      'no-place': 'The source map does not have this place',
    },
  },
})

/** Why a place in a script has none in a source. */
export type MapFault = keyof (typeof sourceMapWords)['zh']['fault']
