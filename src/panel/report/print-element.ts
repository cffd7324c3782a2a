/** Prints a copy of an element alone, with these styles, whatever the page around it looks like. */
export function printElement(element: HTMLElement, title: string, styles: string): void {
  const frame = element.ownerDocument.createElement('iframe')
  frame.className = 'report-printed'
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  element.after(frame)
  const view = frame.contentWindow as (Window & typeof globalThis) | null
  if (!view) return
  const { document } = view
  // One that belongs to that window: a document takes no other's, and the page may allow no inline style.
  const sheet = new view.CSSStyleSheet()
  sheet.replaceSync(styles)
  document.adoptedStyleSheets = [sheet]
  document.title = title
  document.documentElement.lang = element.closest<HTMLElement>('[lang]')?.lang ?? ''
  const heading = document.createElement('h1')
  heading.textContent = title
  document.body.append(heading, document.importNode(element, true))
  view.addEventListener('afterprint', () => frame.remove())
  view.print()
}
