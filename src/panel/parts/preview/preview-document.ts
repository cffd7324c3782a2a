/** Everything that could make a request or lead away, whatever the sandbox and the policy would say to it. */
const DROPPED_ELEMENTS = 'script, base, link, meta, iframe, frame, object, embed, portal, template, animate, set'
const DROPPED_ATTRIBUTES = ['href', 'xlink:href', 'ping', 'target', 'action', 'formaction', 'srcdoc', 'background', 'manifest']

const HEAD = [
  // An empty sandbox stops scripts, forms, popups and refreshes, but images would still phone home: hence the policy.
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">`,
  '<meta name="referrer" content="no-referrer">',
  // The policy says nothing of name look-ups.
  '<meta http-equiv="x-dns-prefetch-control" content="off">',
  // A link that came through the cleaning would open a window, which the sandbox forbids.
  '<base target="_blank">',
  '<meta name="color-scheme" content="light">',
].join('')

/**
 * A foreign HTML text as the document of an `<iframe sandbox="">` that neither loads nor runs anything and whose links lead nowhere.
 * `trust` makes what DOMParser takes where the page demands trusted types; it may throw.
 */
export function makePreviewDocument(html: string, trust: (html: string) => string = (text) => text): string {
  // A parsed document has no window: nothing in it loads while it is cleaned.
  const parsed = new DOMParser().parseFromString(trust(html), 'text/html')
  for (const element of parsed.querySelectorAll(DROPPED_ELEMENTS)) element.remove()
  for (const element of parsed.querySelectorAll('*')) {
    for (const name of element.getAttributeNames()) {
      if (DROPPED_ATTRIBUTES.includes(name.toLowerCase()) || name.toLowerCase().startsWith('on')) element.removeAttribute(name)
    }
  }
  return `<!doctype html><html><head>${HEAD}${parsed.head?.innerHTML ?? ''}</head>${parsed.body?.outerHTML ?? ''}</html>`
}
