import type { Page } from '@playwright/test'

/** Every text that is on the page for an eye or an ear: drawn, or in a title, a label, a hint or a choice. Shadow roots included. */
export function readTexts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>([document.title])
    const add = (text: string | null) => {
      const trimmed = text?.replace(/\s+/g, ' ').trim()
      if (trimmed) found.add(trimmed)
    }
    const visit = (node: Node) => {
      if (node instanceof Text) add(node.data)
      if (!(node instanceof Element)) return
      if (/^(?:HEAD|SCRIPT|STYLE|TEMPLATE)$/.test(node.tagName)) return
      // What lies in a closed menu is told to nobody.
      if (!node.checkVisibility({ visibilityProperty: true }) && node.tagName !== 'OPTION') return
      for (const name of ['title', 'aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'placeholder', 'alt'])
        add(node.getAttribute(name))
      for (const child of (node.shadowRoot ?? node).childNodes) visit(child)
    }
    visit(document.documentElement)
    return [...found]
  })
}
