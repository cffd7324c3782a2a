/** `application/json` of `application/json; charset=utf-8`. */
export function mimeOf(contentType = ''): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}
