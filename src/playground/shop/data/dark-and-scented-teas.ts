import type { Tea } from './tea.ts'

export const darkAndScentedTeas: readonly Tea[] = [
  {
    id: 'puer-cake',
    category: 'dark',
    name: { zh: '古树普洱饼', en: 'Old-tree Puer Cake' },
    origin: { zh: '西双版纳 · 布朗山', en: 'Bulang, Xishuangbanna' },
    taste: { zh: '苦得干脆，甜得长久', en: 'A short bitterness, a long sweetness' },
    story: {
      zh: '三百年的老树，石磨压饼，棉纸手包。今年喝是山野，十年后喝是木头和蜜。',
      en: 'From trees three centuries old, pressed under a millstone and wrapped by hand. Forest this year, wood and honey in ten.',
    },
    price: 29800,
    unit: { zh: '357 克 / 饼', en: '357 g cake' },
    place: 'highland',
    brew: { grams: 7, celsius: 100, seconds: 10 },
  },
  {
    id: 'citrus-puer',
    category: 'dark',
    name: { zh: '小青柑普洱', en: 'Green Citrus Puer' },
    origin: { zh: '江门 · 新会', en: 'Xinhui, Jiangmen' },
    taste: { zh: '柑皮清冽，茶汤醇厚', en: 'Bright peel over a deep cup' },
    story: {
      zh: '七月的青柑掏空果肉，填进熟普，一颗一颗晒干。整颗投进杯子，能喝一下午。',
      en: 'July citrus, hollowed, filled with ripe puer and dried in the sun. One fruit lasts an afternoon.',
    },
    price: 7800,
    unit: { zh: '10 颗 / 罐', en: '10 in a jar' },
    place: 'coast',
    brew: { grams: 8, celsius: 100, seconds: 15 },
  },
  {
    id: 'jasmine-pearls',
    category: 'scented',
    name: { zh: '茉莉龙珠', en: 'Jasmine Pearls' },
    origin: { zh: '南宁 · 横州', en: 'Hengzhou, Nanning' },
    taste: { zh: '六窨一提，闻香不见花', en: 'Six nights of jasmine, and no petal left' },
    story: {
      zh: '花在傍晚开，茶在夜里吸香。六个夜晚之后把花筛掉，香气留在每一粒小珠里。',
      en: 'The flowers open at dusk and the tea breathes them in till dawn. After six nights the petals are sifted out.',
    },
    price: 8600,
    unit: { zh: '80 克 / 瓶', en: '80 g jar' },
    place: 'lakeside',
    brew: { grams: 4, celsius: 85, seconds: 45 },
  },
  {
    id: 'osmanthus-oolong',
    category: 'scented',
    name: { zh: '桂花乌龙', en: 'Osmanthus Oolong' },
    origin: { zh: '杭州 · 满觉陇', en: 'Manjuelong, Hangzhou' },
    taste: { zh: '一开袋就是秋天', en: 'Open the bag and it is autumn' },
    story: {
      zh: '满觉陇的桂花只开两周。头茬金桂当天拌进乌龙，低温烘三次，把香气锁住。',
      en: 'The osmanthus lasts two weeks. The first gold flowers meet the oolong on the day they fall.',
    },
    price: 6800,
    unit: { zh: '80 克 / 袋', en: '80 g pouch' },
    place: 'lakeside',
    brew: { grams: 5, celsius: 95, seconds: 25 },
  },
]
