/** The index of the first item whose number is `wanted` or more, of items whose numbers never fall; their count if none is. Found by halving. */
export function firstAtLeast<Item>(items: readonly Item[], wanted: number, numberOf: (item: Item) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (numberOf(items[middle] as Item) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
