import tokens from '../../panel/styles/tokens.css?inline'
import { append, sheetsOf } from './dock-elements.ts'
import styles from './skip-link.css?inline'

/** The first stop of Tab in a page whose panel is open: from there to the panel, over all of the page. */
export interface SkipLink {
  setShown(shown: boolean): void
  setText(text: string, language: string): void
  remove(): void
}

export function createSkipLink(onFollow: () => void): SkipLink {
  const host = document.createElement('wx-request-inspector-skip')
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = sheetsOf(tokens, styles)
  const link = append(root, 'a', 'skip')
  link.href = '#wx-request-inspector'
  link.addEventListener('click', (event) => {
    // The address of the page is its own.
    event.preventDefault()
    onFollow()
  })
  const place = () => document.documentElement.insertBefore(host, document.body)
  return {
    setShown(shown) {
      if (shown) place()
      else host.remove()
    },
    setText(text, language) {
      host.lang = language
      link.textContent = text
    },
    remove: () => host.remove(),
  }
}
