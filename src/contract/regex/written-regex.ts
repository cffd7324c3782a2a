/** Takes apart a regular expression as rules write it, `/source/flags`. Gives `undefined` for any other text. */
export function regexOf(written: string): { readonly source: string; readonly flags: string } | undefined {
  const match = /^\/(.+)\/([a-z]*)$/s.exec(written)
  return match ? { source: match[1] ?? '', flags: match[2] ?? '' } : undefined
}
