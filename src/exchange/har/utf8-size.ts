/** Bytes of a text as UTF-8, without making them. */
export function utf8Size(text: string): number {
  let size = text.length
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x80) continue
    if (code < 0x800) size += 1
    // Both halves of a pair are four bytes together; half a pair is written as `�`.
    else if (isHigh(code) && isLow(text.charCodeAt(at + 1))) {
      size += 2
      at += 1
    } else size += 2
  }
  return size
}

const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000
