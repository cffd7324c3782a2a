/**
 * Takes the place of `tldts` in the bundles. MSW brings it, with its public-suffix list of 300 kB, for a cookie jar that
 * is never used here: no Set-Cookie line reaches it. The last two labels are all that its one caller still needs.
 */
export function getDomain(host: string): string {
  return host.split('.').slice(-2).join('.')
}
