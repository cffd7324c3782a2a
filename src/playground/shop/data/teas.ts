import { darkAndScentedTeas } from './dark-and-scented-teas.ts'
import { greenAndWhiteTeas } from './green-and-white-teas.ts'
import { oolongAndBlackTeas } from './oolong-and-black-teas.ts'
import type { Tea } from './tea.ts'
import { teaWare } from './tea-ware.ts'

const byId = new Map([...greenAndWhiteTeas, ...oolongAndBlackTeas, ...darkAndScentedTeas, ...teaWare].map((tea) => [tea.id, tea]))

/** The whole stock, in the order of the home page: the first page is a mixed one. */
export const teas: readonly Tea[] = [
  'longjing',
  'dahongpao',
  'jasmine-pearls',
  'gaiwan',
  'silver-needle',
  'citrus-puer',
  'tieguanyin',
  'golden-buds',
  'hill-cup',
  'osmanthus-oolong',
  'biluochun',
  'puer-cake',
  'lapsang',
  'white-peony',
  'clay-pot',
  'dongding',
].flatMap((id) => byId.get(id) ?? [])
