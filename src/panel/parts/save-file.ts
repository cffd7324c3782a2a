/** ms. Browsers other than Chromium begin to read only after the click. */
const READ_WITHIN = 10_000

/** Hands bytes or text to the browser as a download. */
export function saveFile(content: Uint8Array | string | readonly string[], name: string, type: string): void {
  const url = URL.createObjectURL(new Blob(Array.isArray(content) ? content : [content as BlobPart], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN)
}
