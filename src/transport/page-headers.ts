import type { DroppedHeader, HeaderList } from '../contract/event/task-event.ts'
import { toHeaders } from './to-headers.ts'

/** Splits the headers that WeChat would send into those a page may send and those it may not. */
export function pageHeaders(list: HeaderList): { readonly headers: Headers; readonly dropped: readonly DroppedHeader[] } {
  // A Request silently ignores forbidden header names. The URL does not matter here.
  const { headers } = new Request('https://page.invalid/', { headers: toHeaders(list) })
  const kept = new Set(headers.keys())
  const dropped = list
    .filter(([name]) => !kept.has(name.toLowerCase()))
    .map(([name, value]) => ({ name, value, why: 'page' }) satisfies DroppedHeader)
  return { headers, dropped }
}
