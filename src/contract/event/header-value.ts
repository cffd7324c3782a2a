import type { HeaderList } from './task-event.ts'

/** The value of a header in any letter case (HDR-10), of a list (request) or a record (response). */
export function headerValue(header: HeaderList | Readonly<Record<string, string>> | undefined, name: string): string | undefined {
  const wanted = name.toLowerCase()
  if (isList(header)) return header.find(([key]) => key.toLowerCase() === wanted)?.[1]
  for (const key of Object.keys(header ?? {})) if (key.toLowerCase() === wanted) return header?.[key]
  return undefined
}

function isList(header: HeaderList | Readonly<Record<string, string>> | undefined): header is HeaderList {
  return Array.isArray(header)
}
