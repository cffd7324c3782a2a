/** Characters of a link that browsers, chats and mail programs still carry. */
const LONGEST_LINK = 32_000

/** Bytes of code that a link may unpack to. */
const LONGEST_CODE = 200_000

const NAME = 'code='

/** A part of an address, after `#`, that carries the code; `undefined` when it would be too long. It is never sent to a server. */
export async function writeCodeHash(code: string): Promise<string | undefined> {
  const packed = new Blob([code]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer())
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
  const hash = `#${NAME}${text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`
  return hash.length > LONGEST_LINK ? undefined : hash
}

/** Whether an address carries code. */
export function hasCode(hash: string): boolean {
  return hash.startsWith(`#${NAME}`)
}

/** The code of a link; `undefined` when it cannot be read. A link that unpacks to more than a link can carry is not unpacked. */
export async function readCodeHash(hash: string): Promise<string | undefined> {
  try {
    const text = hash
      .slice(NAME.length + 1)
      .replaceAll('-', '+')
      .replaceAll('_', '/')
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
    const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
    const pieces: Uint8Array<ArrayBuffer>[] = []
    let size = 0
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > LONGEST_CODE) {
        await reader.cancel()
        return undefined
      }
      pieces.push(new Uint8Array(value))
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(await new Blob(pieces).arrayBuffer())
  } catch {
    return undefined
  }
}
