import type { HeaderList } from './task-event.ts'

/** The value of a header in any letter case (HDR-10), of a list (request) or a record (response). */
export function headerValue(header: HeaderList | Readonly<Record<string, string>> | undefined, name: string): string | undefined {
  const wanted = name.toLowerCase()
  return pairsOf(header).find(([key]) => key.toLowerCase() === wanted)?.[1]
}

function pairsOf(header: HeaderList | Readonly<Record<string, string>> = []): HeaderList {
  return Array.isArray(header) ? header : Object.entries(header)
}
