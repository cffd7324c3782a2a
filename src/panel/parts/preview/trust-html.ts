interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (html: string) => string }): { createHTML(html: string): unknown }
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined

/**
 * The same text in the wrapping that a page with `require-trusted-types-for 'script'` asks for.
 * Only for what goes into the empty sandbox of the HTML preview. Throws when the page allows no such policy.
 */
export function trustHtml(html: string): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  if (!types) return html
  policy ??= types.createPolicy('wx-request-inspector-preview', { createHTML: (text) => text })
  return policy.createHTML(html) as string
}
