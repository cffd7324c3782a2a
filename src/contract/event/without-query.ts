/** An address without its query and hash. */
export function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '')
}
