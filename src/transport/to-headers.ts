/**
 * Makes a `Headers` object, which holds Latin-1 only: other values are set as their UTF-8 bytes, as they are sent. Invalid names are left
 * out.
 */
export function toHeaders(list: Iterable<readonly [name: string, value: string]>): Headers {
  const headers = new Headers()
  for (const [name, value] of list) {
    try {
      headers.append(name, isLatin1(value) ? value : utf8AsLatin1(value))
    } catch {
      // Already reported: the shim lists it in `dropped` as `invalid`.
    }
  }
  return headers
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: Latin-1 begins at 0
const isLatin1 = (value: string): boolean => /^[\x00-\xff]*$/.test(value)

function utf8AsLatin1(value: string): string {
  return Array.from(new TextEncoder().encode(value), (byte) => String.fromCharCode(byte)).join('')
}
