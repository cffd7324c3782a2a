import { placePictures } from '../art/places.ts'
import { API_ORIGIN, IMAGE_ORIGIN } from '../client/shop-origins.ts'
import { searchStems } from '../data/search-stems.ts'
import { CATEGORIES, type Category, cardOf, type PlaceId } from '../data/tea.ts'
import { teas } from '../data/teas.ts'
import { answerJson, answerProblem, answerTemplate, type ShopRule, toJson } from './shop-rule.ts'

export const PAGE_SIZE = 6

const LIST = { method: 'GET', url: `${API_ORIGIN}/v1/teas` }
const SEARCH = { method: 'GET', url: `${API_ORIGIN}/v1/search` }

const FAMILY_NAMES: Readonly<Record<Category, string>> = {
  green: '绿茶',
  white: '白茶',
  oolong: '乌龙',
  black: '红茶',
  dark: '黑茶',
  scented: '花茶',
  ware: '茶器',
}

const PLACE_NAMES: Readonly<Record<PlaceId, string>> = {
  lakeside: '湖边',
  island: '湖岛',
  coast: '海边',
  cliffs: '岩壁',
  highland: '高山',
  kiln: '窑口',
}

const ofFamily = (family: Category) => teas.filter((tea) => tea.category === family)

const categoryRules = CATEGORIES.map(
  (family): ShopRule => ({
    id: `teas-${family}`,
    name: { zh: `茶单 · ${FAMILY_NAMES[family]}`, en: `Tea list · ${family}` },
    when: { ...LIST, all: [{ on: 'query', name: 'category', operator: 'equals', value: family }] },
    respond: answerJson({ page: 1, pages: 1, items: toJson(ofFamily(family).map(cardOf)) }, 110),
  }),
)

const pages = Math.ceil(teas.length / PAGE_SIZE)

const pageRules = Array.from({ length: pages }, (_, index): ShopRule => {
  const page = index + 1
  const items = toJson(teas.slice(index * PAGE_SIZE, page * PAGE_SIZE).map(cardOf))
  return {
    id: `teas-page-${page}`,
    name: { zh: `茶单 · 第 ${page} 页`, en: `Tea list · page ${page}` },
    when: { ...LIST, all: [{ on: 'query', name: 'page', operator: 'equals', value: String(page) }] },
    respond: answerTemplate({ page: '{{query.page | number}}', pages, items }, 140),
  }
})

const detailRules = teas.map(
  (tea): ShopRule => ({
    id: `tea-${tea.id}`,
    name: tea.name,
    when: { method: 'GET', url: `${API_ORIGIN}/v1/teas/${tea.id}` },
    respond: answerJson(toJson({ ...tea, picture: `${IMAGE_ORIGIN}/places/${tea.place}.svg` }), 90, {
      headers: { 'Cache-Control': 'max-age=60', ETag: `"${tea.id}-7"` },
    }),
  }),
)

const unknownTea: ShopRule = {
  id: 'tea-unknown',
  name: { zh: '没有这款茶', en: 'No such tea' },
  when: { method: 'GET', url: `${API_ORIGIN}/v1/teas/:id` },
  respond: answerTemplate(
    {
      code: 'TEA_NOT_FOUND',
      id: '{{params.id}}',
      message: { zh: '没有“{{params.id}}”这款茶', en: 'There is no tea called "{{params.id}}"' },
    },
    50,
    { status: 404 },
  ),
}

const searchRules = searchStems.map(
  ({ family, stems }): ShopRule => ({
    id: `search-${family}`,
    name: { zh: `搜索 · ${FAMILY_NAMES[family]}`, en: `Search · ${family}` },
    when: { ...SEARCH, any: stems.map((stem) => ({ on: 'query', name: 'q', operator: 'contains', value: stem }) as const) },
    respond: answerTemplate({ q: '{{query.q}}', items: toJson(ofFamily(family).map(cardOf)) }, 420),
  }),
)

const searchNothing: ShopRule = {
  id: 'search-nothing',
  name: { zh: '搜索 · 没找到', en: 'Search · nothing found' },
  when: SEARCH,
  respond: answerTemplate({ q: "{{query.q | default ''}}", items: [] }, 420),
}

const placeRules = (Object.keys(placePictures) as PlaceId[]).map(
  (place): ShopRule => ({
    id: `picture-${place}`,
    name: { zh: `产地图 · ${PLACE_NAMES[place]}`, en: `Picture · ${place}` },
    when: { method: 'GET', url: `${IMAGE_ORIGIN}/places/${place}.svg` },
    respond: {
      kind: 'response',
      headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'public, max-age=86400' },
      body: { text: placePictures[place] },
      delay: { mean: 120, jitter: 40 },
      throttle: { bytesPerSecond: 120_000 },
    },
  }),
)

const listWithoutPage: ShopRule = {
  id: 'teas-bad-page',
  name: { zh: '茶单 · 页码不对', en: 'Tea list · no such page' },
  when: LIST,
  respond: answerProblem(400, 'BAD_PAGE', { zh: '没有这一页', en: 'There is no such page' }),
}

/** What can be looked at without signing in. */
export const catalogRules: readonly ShopRule[] = [
  ...categoryRules,
  ...pageRules,
  listWithoutPage,
  ...detailRules,
  unknownTea,
  ...searchRules,
  searchNothing,
  ...placeRules,
]
