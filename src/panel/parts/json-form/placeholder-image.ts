import { bytesToText } from '../../../contract/byte-text.ts'

/** px of each side. */
const SIDE = 400

/** A picture made here, so that nothing is fetched: words on a plain ground, as a data: url. */
export function placeholderImage(words: string, colour = '#dfe3ea'): string {
  const text = words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIDE}" height="${SIDE}" viewBox="0 0 ${SIDE} ${SIDE}">` +
    `<rect width="100%" height="100%" fill="${colour}"/>` +
    `<text x="50%" y="50%" fill="#3c404a" font-family="sans-serif" font-size="40" text-anchor="middle" dominant-baseline="central">${text}</text></svg>`
  return `data:image/svg+xml;base64,${bytesToText(new TextEncoder().encode(svg), 'base64')}`
}

/** Whether a text of an answer says where a picture is. */
export function namesImage(text: string): boolean {
  return /^data:image\//i.test(text) || /^(?:https?:)?\/?\/?[^\s?#]+\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp)(?:[?#]\S*)?$/i.test(text)
}

/** A file as a data: url. */
export async function imageOfFile(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return `data:${file.type || 'image/png'};base64,${bytesToText(bytes, 'base64')}`
}
