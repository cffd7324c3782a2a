import type { DroppedHeader, HeaderList } from '../contract/event/task-event.ts'
import { toHeaders } from './to-headers.ts'

/** Of the headers that WeChat would send, those that a page may send, and those that it may not. */
export function pageHeaders(list: HeaderList): { readonly headers: Headers; readonly dropped: readonly DroppedHeader[] } {
  // A Request passes over, without a word, what only the browser may set. Its address plays no part in that.
  const { headers } = new Request('https://page.invalid/', { headers: toHeaders(list) })
  const kept = new Set(headers.keys())
  const dropped = list
    .filter(([name]) => !kept.has(name.toLowerCase()))
    .map(([name, value]) => ({ name, value, why: 'page' }) satisfies DroppedHeader)
  return { headers, dropped }
}
