import { viewOf } from './view-of.ts'

/** Puts text on the clipboard; `beside` is an element of the panel. Resolves to whether it worked. */
export async function writeClipboard(text: string, beside: HTMLElement): Promise<boolean> {
  try {
    // That of the window which has the focus: others may not write.
    await viewOf(beside).navigator.clipboard.writeText(text)
    return true
  } catch {
    // No clipboard on insecure origins and in frames without the permission: the old command still works there.
    return copyBySelection(text, beside)
  }
}

function copyBySelection(text: string, beside: HTMLElement): boolean {
  const root = beside.getRootNode()
  const document = beside.ownerDocument
  const home = root instanceof ShadowRoot ? root : document.body
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'part-offscreen'
  area.setAttribute('aria-hidden', 'true')
  home.append(area)
  area.select()
  try {
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    beside.focus()
  }
}
