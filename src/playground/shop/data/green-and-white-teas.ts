import type { Tea } from './tea.ts'

export const greenAndWhiteTeas: readonly Tea[] = [
  {
    id: 'longjing',
    category: 'green',
    name: { zh: '明前龙井', en: 'Pre-Qingming Longjing' },
    origin: { zh: '杭州 · 梅家坞', en: 'Meijiawu, Hangzhou' },
    taste: { zh: '豆香清甜，回味如雨后', en: 'Sweet pea and chestnut, clean as after rain' },
    story: {
      zh: '清明前十天采的头一拨芽，一斤要四万个。老师傅用手在锅里压扁、磨光，火候全凭手心。',
      en: 'Picked in the ten days before Qingming: forty thousand buds to a pound, pressed flat in the pan by a hand that is the only thermometer.',
    },
    price: 16800,
    unit: { zh: '50 克 / 罐', en: '50 g tin' },
    place: 'lakeside',
    brew: { grams: 3, celsius: 80, seconds: 60 },
  },
  {
    id: 'biluochun',
    category: 'green',
    name: { zh: '洞庭碧螺春', en: 'Dongting Biluochun' },
    origin: { zh: '苏州 · 洞庭东山', en: 'Dongting, Suzhou' },
    taste: { zh: '长在果园，自带枇杷香', en: 'Grown under loquat trees, and it tastes so' },
    story: {
      zh: '茶树和枇杷、杨梅种在一处，根连着根。芽细如螺，泡时先放水、后投茶，看它一片片沉下去。',
      en: 'The bushes share their soil with loquat and bayberry. Pour the water first, then the tea, and watch the small spirals sink.',
    },
    price: 12800,
    unit: { zh: '50 克 / 罐', en: '50 g tin' },
    place: 'island',
    brew: { grams: 3, celsius: 75, seconds: 50 },
  },
  {
    id: 'silver-needle',
    category: 'white',
    name: { zh: '白毫银针', en: 'Silver Needle' },
    origin: { zh: '宁德 · 福鼎太姥山', en: 'Taimu, Fuding' },
    taste: { zh: '毫香蜜韵，淡而不薄', en: 'Honey and hay, light yet never thin' },
    story: {
      zh: '只取肥壮的单芽，不炒不揉，摊在竹匾上交给北风和太阳。放三年，蜜香更深。',
      en: 'Single fat buds, neither fired nor rolled, left on bamboo trays to the north wind and the sun. Three years make the honey deeper.',
    },
    price: 19800,
    unit: { zh: '40 克 / 瓶', en: '40 g jar' },
    place: 'coast',
    brew: { grams: 5, celsius: 90, seconds: 30 },
  },
  {
    id: 'white-peony',
    category: 'white',
    name: { zh: '白牡丹', en: 'White Peony' },
    origin: { zh: '宁德 · 福鼎磻溪', en: 'Panxi, Fuding' },
    taste: { zh: '花香先到，甜在后头', en: 'Blossom first, sweetness after' },
    story: {
      zh: '一芽两叶，绿叶夹银芯，展开像一朵小牡丹。冷泡一夜，第二天早上最好喝。',
      en: 'A bud between two leaves opens like a small peony. Leave it in cold water overnight and have it for breakfast.',
    },
    price: 8800,
    unit: { zh: '60 克 / 包', en: '60 g packet' },
    place: 'coast',
    brew: { grams: 5, celsius: 90, seconds: 30 },
  },
]
