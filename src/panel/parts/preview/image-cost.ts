/** Pixels from which on the decoding of an image can be felt. */
const MOST_PIXELS = 16_000_000
const MOST_SVG_LENGTH = 256 * 1024
const MOST_SVG_ELEMENTS = 3000

/** What lets a few bytes of SVG draw as much as they like: repetition, filters, entities, dashes, documents within. */
const COSTLY_SVG =
  /<!ENTITY|<(\w+:)?(use|pattern|filter|fe[A-Z]\w+|mask|marker|image|foreignObject|animate\w*|set|textPath)\b|stroke-dasharray|\bfilter\s*:|\bmask(-image)?\s*:|@keyframes/i

/** Why an image is drawn only when asked for; undefined when it is quickly drawn. */
export function imageCost(type: string, bytes: Uint8Array): 'drawing' | 'pixels' | undefined {
  if (type === 'image/svg+xml') {
    if (bytes.length > MOST_SVG_LENGTH) return 'drawing'
    const text = new TextDecoder().decode(bytes)
    // In another encoding the words would not be found.
    if (text.includes('\0') || /^\s*<\?xml[^>]*encoding\s*=\s*["'](?!utf-8["'])/i.test(text)) return 'drawing'
    return COSTLY_SVG.test(text) || text.split('<').length > MOST_SVG_ELEMENTS ? 'drawing' : undefined
  }
  const size = sizeOf(bytes)
  return size !== undefined && size.width * size.height > MOST_PIXELS ? 'pixels' : undefined
}

interface Size {
  readonly width: number
  readonly height: number
}

/** The size that the head of a PNG, GIF, BMP, WebP or JPEG states; undefined for others. */
function sizeOf(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, length: number) => String.fromCharCode(...bytes.subarray(from, from + length))
  try {
    if (text(1, 3) === 'PNG') return { width: view.getUint32(16), height: view.getUint32(20) }
    if (text(0, 3) === 'GIF') return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
    if (text(0, 2) === 'BM') return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
    if (text(8, 4) === 'WEBP') return webpSize(view, text(12, 4))
    if (view.getUint16(0) === 0xffd8) return jpegSize(view)
  } catch {
    // Cut off within its head: the browser will say that it is broken.
  }
  return undefined
}

function webpSize(view: DataView, chunk: string): Size | undefined {
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  if (chunk === 'VP8X') return { width: uint24(24) + 1, height: uint24(27) + 1 }
  if (chunk === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (chunk !== 'VP8L') return undefined
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}

/** Goes from marker to marker up to the start of the frame. */
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    const startsFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (startsFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
  }
  return undefined
}
