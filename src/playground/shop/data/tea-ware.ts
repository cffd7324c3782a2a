import type { Tea } from './tea.ts'

export const teaWare: readonly Tea[] = [
  {
    id: 'gaiwan',
    category: 'ware',
    name: { zh: '甜白盖碗', en: 'Sweet-white Gaiwan' },
    origin: { zh: '景德镇 · 三宝村', en: 'Sanbao, Jingdezhen' },
    taste: { zh: '薄胎，聚香，不烫手', en: 'Thin, fragrant, cool at the rim' },
    story: {
      zh: '敞口撇沿，手指捏着的地方总是凉的。150 毫升，两个人刚好。',
      en: 'The flared rim stays cool where the fingers hold it. 150 ml: enough for two.',
    },
    price: 13600,
    unit: { zh: '150 毫升 / 套', en: '150 ml set' },
    place: 'kiln',
  },
  {
    id: 'hill-cup',
    category: 'ware',
    name: { zh: '远山品茗杯', en: 'Far-hills Cup' },
    origin: { zh: '龙泉 · 上垟', en: 'Shangyang, Longquan' },
    taste: { zh: '青釉浓淡，自成远山', en: 'The glaze pools into a line of hills' },
    story: {
      zh: '釉流到哪里停，山就在哪里。每一只的山都不一样，发货随缘。',
      en: 'Where the glaze stops running, there the hills are. No two alike.',
    },
    price: 5800,
    unit: { zh: '60 毫升 / 只', en: '60 ml' },
    place: 'kiln',
  },
  {
    id: 'clay-pot',
    category: 'ware',
    name: { zh: '紫泥小壶', en: 'Purple Clay Pot' },
    origin: { zh: '宜兴 · 丁蜀镇', en: 'Dingshu, Yixing' },
    taste: { zh: '越用越润，只泡一种茶', en: 'It remembers: keep it to one tea' },
    story: {
      zh: '全手工拍打成型，壶嘴出水利落，断水干净。建议专泡岩茶或熟普。',
      en: 'Beaten into shape by hand. It pours in one clean line and stops without a drip.',
    },
    price: 45800,
    unit: { zh: '120 毫升 / 把', en: '120 ml' },
    place: 'kiln',
  },
]
