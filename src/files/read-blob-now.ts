/** Characters per string; longer strings take three times as long in Chromium. */
const PIECE = 512 * 1024

/**
 * Reads a blob synchronously, by a synchronous request for its object URL. Such a request may not return an ArrayBuffer in a page,
 * so the bytes come as characters. Throws where the page's CSP has no `connect-src blob:`.
 */
export function readBlobNow(blob: Blob): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(blob.size)
  for (let start = 0; start < blob.size; start += PIECE) {
    const text = readPiece(blob.slice(start, start + PIECE))
    // x-user-defined: each byte is the low byte of one character.
    for (let at = 0; at < text.length; at++) bytes[start + at] = text.charCodeAt(at)
  }
  return bytes
}

function readPiece(piece: Blob): string {
  const url = URL.createObjectURL(piece)
  try {
    const request = new XMLHttpRequest()
    request.open('GET', url, false)
    request.overrideMimeType('text/plain; charset=x-user-defined')
    request.send()
    return request.responseText
  } finally {
    URL.revokeObjectURL(url)
  }
}
