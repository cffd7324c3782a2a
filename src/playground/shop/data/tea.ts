/** One text in both languages of the shop. The API answers with both; the app picks. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

export const CATEGORIES = ['green', 'white', 'oolong', 'black', 'dark', 'scented', 'ware'] as const

export type Category = (typeof CATEGORIES)[number]

/** One product, as the shop's API tells it. */
export interface Tea {
  readonly id: string
  readonly category: Category
  readonly name: Bilingual
  readonly origin: Bilingual
  /** One line for the card. */
  readonly taste: Bilingual
  readonly story: Bilingual
  /** Fen, as WeChat Pay counts. */
  readonly price: number
  readonly unit: Bilingual
  readonly place: PlaceId
  /** Absent for what is not brewed. */
  readonly brew?: { readonly grams: number; readonly celsius: number; readonly seconds: number }
}

export type PlaceId = 'lakeside' | 'island' | 'coast' | 'cliffs' | 'highland' | 'kiln'

/** What a list carries of a product. */
export type TeaCard = Pick<Tea, 'id' | 'category' | 'name' | 'origin' | 'taste' | 'price' | 'unit'>

export function cardOf({ id, category, name, origin, taste, price, unit }: Tea): TeaCard {
  return { id, category, name, origin, taste, price, unit }
}

/** The cards of a list's answer. A mock may leave the list out, or put into it what is no card. */
export function cardsIn(answer: { readonly items?: unknown } | null | undefined): readonly TeaCard[] {
  const items = answer?.items
  return Array.isArray(items) ? items.filter((item) => item !== null && typeof item === 'object') : []
}
