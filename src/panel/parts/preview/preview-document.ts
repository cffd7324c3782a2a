import { parseInSteps } from './parse-in-steps.ts'
import { safeHtml } from './safe-html.ts'

const HEAD = [
  // An empty sandbox stops scripts, forms, popups and refreshes, but images would still phone home: hence the policy.
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">`,
  '<meta name="referrer" content="no-referrer">',
  // The policy says nothing of name look-ups.
  '<meta http-equiv="x-dns-prefetch-control" content="off">',
  '<meta name="color-scheme" content="light">',
].join('')

export interface PreviewDocument {
  /** The text of a document for an `<iframe sandbox="">`: it loads nothing, runs nothing and leads nowhere. */
  readonly html: string
  /** Whether only the beginning was drawn, because all of it would be too much. */
  readonly cut: boolean
}

/** A foreign HTML text as a document to look at. `trust` makes what a page with trusted types takes; it may throw. */
export async function makePreviewDocument(
  html: string,
  trust: (html: string) => string,
  rest: () => Promise<void>,
): Promise<PreviewDocument> {
  const { parsed, cut } = await parseInSteps(html, trust, rest)
  const { css, body } = await safeHtml(parsed, rest)
  return { html: `<!doctype html><html><head>${HEAD}<style>${css}</style></head>${body}</html>`, cut }
}

/** One image as such a document: there even an SVG that draws for ever stops nothing but itself, where a frame has a process of its own. */
export function imageDocument(src: string): string {
  return `<!doctype html><html><head>${HEAD}<style>body{margin:0}img{max-width:100%;max-height:100vh}</style></head><body><img src="${src}" alt=""></body></html>`
}
