/** What stands between a name and its value where pairs are one text. */
export const BETWEEN = ': '

type Pairs = readonly (readonly [name: string, value: string])[]

/** Pairs as lines of one text. */
export function textOfPairs(pairs: Pairs): string {
  return pairs.map(([name, value]) => `${name}${BETWEEN}${value}`).join('\n')
}

/** Where each pair begins in that text. */
export function startsOfPairs(pairs: Pairs): readonly number[] {
  let start = 0
  return pairs.map(([name, value]) => {
    const here = start
    start += name.length + BETWEEN.length + value.length + 1
    return here
  })
}
