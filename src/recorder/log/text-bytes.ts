/** Characters. Shorter texts are mostly constants of this code, shared by all events. */
const LONGEST_WORD = 12
/** Characters. In longer texts it is checked whether they need two bytes per character; for shorter ones the difference does not matter. */
const WORTH_A_LOOK = 64

/** Matches at the first character that does not fit into one byte. */
const WIDE = /[^\0-\xff]/

/** Bytes of heap that a text takes: one per character, or two if any of them is beyond Latin-1. */
export function textBytes(text: string): number {
  if (text.length <= LONGEST_WORD) return 0
  const wide = text.length > WORTH_A_LOOK && WIDE.test(text)
  return 12 + text.length * (wide ? 2 : 1)
}
