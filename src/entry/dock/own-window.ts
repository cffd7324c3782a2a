/** A window that holds the panel and nothing else. */
export interface OwnWindow {
  /** Fills it. */
  readonly slot: HTMLElement
  readonly view: Window
  /** Without `onClosed`. */
  close(): void
}

interface OwnWindowOptions {
  readonly title: string
  readonly language: string
  /** px. */
  readonly width: number
  readonly height: number
  /** A person closed it, or its tab did. What is in the slot can still be taken out. */
  onClosed(): void
}

interface DocumentPictureInPicture {
  requestWindow(options: { readonly width: number; readonly height: number }): Promise<Window>
}

/** `undefined` where the browser lets no window open. It does so only on a press or a key. */
export async function openOwnWindow({ title, language, width, height, onClosed }: OwnWindowOptions): Promise<OwnWindow | undefined> {
  const view = (await openInFront(width, height)) ?? window.open('', '', `popup,width=${width},height=${height}`)
  if (!view) return undefined
  const page = view.document
  page.title = title
  page.documentElement.lang = language
  for (const element of [page.documentElement, page.body]) {
    element.style.blockSize = '100%'
    element.style.margin = '0'
  }
  const slot = page.createElement('div')
  slot.style.blockSize = '100%'
  page.body.append(slot)

  const listening = new AbortController()
  const close = () => {
    listening.abort()
    view.close()
  }
  const leave = () => {
    onClosed()
    close()
  }
  view.addEventListener('pagehide', leave, { signal: listening.signal })
  // A window without its page would be a picture of a panel.
  window.addEventListener('pagehide', close, { signal: listening.signal })
  return { slot, view, close }
}

/** A window that stays before all others, where the browser has such. */
async function openInFront(width: number, height: number): Promise<Window | undefined> {
  const { documentPictureInPicture } = globalThis as { documentPictureInPicture?: DocumentPictureInPicture }
  try {
    return await documentPictureInPicture?.requestWindow({ width, height })
  } catch {
    // In a frame, or while another page has it.
    return undefined
  }
}
