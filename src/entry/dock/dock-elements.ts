export function append<Name extends keyof HTMLElementTagNameMap>(parent: Node, name: Name, className: string): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.className = className
  parent.appendChild(element)
  return element
}

export function appendButton(parent: Node, className: string): HTMLButtonElement {
  const button = append(parent, 'button', className)
  button.type = 'button'
  return button
}

/** By constructed style sheets: a strict CSP lets those in where it stops `<style>`. */
export function sheetsOf(...texts: readonly string[]): CSSStyleSheet[] {
  return texts.map((css) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    return sheet
  })
}

/** A key that changes a size or a place; others are left to the page. */
export function onArrows(element: HTMLElement, act: (key: string) => boolean): void {
  element.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || !act(event.key)) return
    event.preventDefault()
    event.stopPropagation()
  })
}
