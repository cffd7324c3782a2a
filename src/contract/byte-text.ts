/** Supported text encodings (Node's names, without aliases). */
export type ByteEncoding = 'utf8' | 'utf16le' | 'latin1' | 'ascii' | 'base64' | 'hex'

/** Characters that one call of `String.fromCharCode` can take without a stack overflow. */
const AT_ONCE = 0x2000

/** Decodes bytes. Invalid UTF-8 and UTF-16 becomes `�`. */
export function bytesToText(bytes: Uint8Array, encoding: ByteEncoding): string {
  switch (encoding) {
    case 'utf8':
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    case 'utf16le':
      return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(bytes.subarray(0, bytes.byteLength & ~1))
    case 'latin1':
      return charactersOf(bytes)
    case 'ascii':
      return charactersOf(bytes.map((byte) => byte & 0x7f))
    case 'base64':
      // Native in newer engines, and a hundred times faster.
      return (bytes as { toBase64?: () => string }).toBase64?.() ?? btoa(charactersOf(bytes))
    case 'hex':
      return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  }
}

/** Encodes text; `undefined` if it is not valid in this encoding. */
export function textToBytes(text: string, encoding: ByteEncoding): Uint8Array<ArrayBuffer> | undefined {
  switch (encoding) {
    case 'utf8':
      return new TextEncoder().encode(text)
    case 'utf16le': {
      const bytes = new Uint8Array(text.length * 2)
      const view = new DataView(bytes.buffer)
      for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), true)
      return bytes
    }
    case 'latin1':
    case 'ascii':
      return bytesOf(text)
    case 'base64':
      return base64Bytes(text)
    case 'hex':
      return /^(?:[0-9a-f]{2})*$/i.test(text)
        ? Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16))
        : undefined
  }
}

function base64Bytes(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return bytesOf(atob(text))
  } catch {
    return undefined
  }
}

function bytesOf(characters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(characters.length)
  for (let at = 0; at < characters.length; at++) bytes[at] = characters.charCodeAt(at)
  return bytes
}

function charactersOf(bytes: Uint8Array): string {
  const pieces: string[] = []
  for (let at = 0; at < bytes.byteLength; at += AT_ONCE) pieces.push(String.fromCharCode(...bytes.subarray(at, at + AT_ONCE)))
  return pieces.join('')
}
