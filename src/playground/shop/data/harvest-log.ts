import { teas } from './teas.ts'

const ROWS = 2000
const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item

const GARDENS = ['梅家坞', '慧苑坑', '磻溪', '西坪', '布朗山', '满觉陇'] as const

/** A season of weighing slips, about 170 kB as JSON: enough to see a download grow and a big body wait to be opened. */
export const harvestLog = Array.from({ length: ROWS }, (_, index) => ({
  slip: 100_001 + index,
  tea: pick(teas, index * 7).id,
  garden: pick(GARDENS, index * 5),
  date: `2026-0${3 + (index % 3)}-${String(1 + ((index * 11) % 28)).padStart(2, '0')}`,
  grams: 400 + ((index * 137) % 900),
}))
