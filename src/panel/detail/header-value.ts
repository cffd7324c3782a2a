import type { HeaderList } from '../../contract/task-event.ts'

/** A header's value whatever the case of its name (HDR-10); '' when there is none. */
export function headerValue(header: Readonly<Record<string, string>> | HeaderList | undefined, name: string): string {
  const pairs = header === undefined ? [] : isList(header) ? header : Object.entries(header)
  return pairs.find(([key]) => key.toLowerCase() === name)?.[1] ?? ''
}

/** `application/json` of `application/json; charset=utf-8`. */
export function mimeOf(contentType: string): string {
  return (contentType.split(';')[0] ?? '').trim().toLowerCase()
}

function isList(header: Readonly<Record<string, string>> | HeaderList): header is HeaderList {
  return Array.isArray(header)
}
