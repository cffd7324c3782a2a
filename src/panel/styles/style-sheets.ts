import base from './base.css?inline'
import tokens from './tokens.css?inline'

// The tokens come first, since they name the layers: from there on the order of the texts means nothing.
const texts = new Set([tokens, base])
const roots = new Set<ShadowRoot>()
/** Made when a panel first needs them, since a server has no style sheets, and shared by all panels of a document, which take no other's. */
const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>()

/**
 * Gives every panel the styles of a feature. A component calls it beside its imports, so that the styles come with the code, and
 * those of a part that is loaded late come late. The text is one `.css?inline`, its rules in the layers that tokens.css names.
 */
export function addStyles(css: string): void {
  if (texts.has(css)) return
  texts.add(css)
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheetOf(css, root.ownerDocument)]
}

/**
 * Styles a panel, by constructed style sheets: a strict CSP lets those in where it stops `<style>`. To be called again when the panel is in
 * another document. Returns how to stop.
 */
export function adoptStyles(root: ShadowRoot): () => void {
  root.adoptedStyleSheets = [...texts].map((css) => sheetOf(css, root.ownerDocument))
  roots.add(root)
  return () => roots.delete(root)
}

function sheetOf(css: string, document: Document): CSSStyleSheet {
  const ofDocument = sheets.get(document) ?? new Map<string, CSSStyleSheet>()
  sheets.set(document, ofDocument)
  let sheet = ofDocument.get(css)
  if (!sheet) {
    sheet = new (document.defaultView ?? globalThis).CSSStyleSheet()
    sheet.replaceSync(css)
    ofDocument.set(css, sheet)
  }
  return sheet
}
