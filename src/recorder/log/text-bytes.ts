/** Characters up to which a text is most often a word of ours, of which there is one for all. */
const LONGEST_WORD = 12
/** Characters above which a text is looked at to know its width; of a shorter one the difference does not count. */
const WORTH_A_LOOK = 64

/** Fails at once on a text that the engine holds with one byte for each character. */
const WIDE = /[^\0-\xff]/

/** Bytes of heap that a text takes: one for each character, or two once any of them is beyond Latin-1. */
export function textBytes(text: string): number {
  if (text.length <= LONGEST_WORD) return 0
  const wide = text.length > WORTH_A_LOOK && WIDE.test(text)
  return 12 + text.length * (wide ? 2 : 1)
}
