import type { TaskEvent } from '../../contract/event/task-event.ts'

/** Characters. */
const LONGEST = 200

/** What tells the page of an app: the pages of a mini-program, where a framework has them, and the address. */
export interface PageScope {
  readonly getCurrentPages?: unknown
  readonly location?: { readonly pathname: string; readonly hash: string } | undefined
}

/** Tells in which page of the app a call was made. Has to be asked while the app waits for that to return. */
export function withPage(event: TaskEvent): TaskEvent {
  if (event.type !== 'created') return event
  const page = pageOfApp(globalThis)
  return page === undefined ? event : { ...event, page }
}

/**
 * The page that is shown: the route of the last one of `getCurrentPages()`, such as `pages/home/index`, else the route in the hash of the
 * address, else its path. Never its query. Never throws, whatever the page did to either.
 */
export function pageOfApp({ getCurrentPages, location }: PageScope): string | undefined {
  try {
    const pages: unknown = typeof getCurrentPages === 'function' ? getCurrentPages() : undefined
    const last: unknown = Array.isArray(pages) ? pages.at(-1) : undefined
    const route = last && typeof last === 'object' ? (last as { readonly route?: unknown }).route : undefined
    if (typeof route === 'string' && route !== '') return withoutQuery(route)
    const { hash, pathname } = location ?? {}
    return hash?.startsWith('#/') && hash.length > 2 ? withoutQuery(hash.slice(2)) : pathname && withoutQuery(pathname)
  } catch {
    return undefined
  }
}

function withoutQuery(route: string): string {
  return route.replace(/[?#].*$/s, '').slice(0, LONGEST)
}
