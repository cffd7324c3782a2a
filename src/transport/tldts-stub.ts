/**
 * Replaces `tldts` in the bundles. MSW brings it, with a public suffix list of 300 kB, for a cookie store that is never used here: no
 * Set-Cookie header reaches it. Its one caller only needs the last two labels.
 */
export function getDomain(host: string): string {
  return host.split('.').slice(-2).join('.')
}
