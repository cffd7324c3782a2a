/** Headers of a page hold only Latin-1: a value beyond it goes as its UTF-8 bytes, as it does on the wire. Names that are no header are left out. */
export function toHeaders(list: Iterable<readonly [name: string, value: string]>): Headers {
  const headers = new Headers()
  for (const [name, value] of list) {
    try {
      headers.append(name, isLatin1(value) ? value : utf8AsLatin1(value))
    } catch {
      // The shim has told the caller already: `dropped` lists it as `invalid`.
    }
  }
  return headers
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Latin-1 begins at 0
const isLatin1 = (value: string): boolean => /^[\x00-\xff]*$/.test(value)

function utf8AsLatin1(value: string): string {
  return Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join('')
}
