import { createDisposables } from '../../contract/disposables.ts'
import { ResourceTimes } from '../network/resource-times.ts'
import { LEADS_HERE } from './leads-here.ts'
import { followFetch } from './page-fetch.ts'
import type { PageGate } from './page-gate.ts'
import { followWebSocket } from './page-socket.ts'
import { followXhr } from './page-xhr.ts'

type Patched = { fetch: typeof fetch; XMLHttpRequest: typeof XMLHttpRequest; WebSocket: typeof WebSocket }

/**
 * Replaces the page's XMLHttpRequest, fetch and WebSocket with versions that recognize the calls of a framework. Returns a function that
 * restores them; a function that somebody else has installed since stays, and gets the original beneath it.
 */
export function patchPage(gate: Omit<PageGate, 'times' | 'disposables'>, page: Partial<Patched> = globalThis): () => void {
  let open = true
  const disposables = createDisposables()
  const inner: PageGate = {
    ...gate,
    disposables,
    times: new ResourceTimes(disposables),
    take: (kind, url) => (open ? gate.take(kind, url) : undefined),
  }
  const undos = [
    replace(page, 'XMLHttpRequest', (native) => followXhr(native, inner)),
    replace(page, 'fetch', (native) => followFetch(native, inner)),
    replace(page, 'WebSocket', (native) => followWebSocket(native, inner)),
  ]
  return () => {
    open = false
    for (const undo of undos) undo()
    void disposables.dispose()
  }
}

function replace<Name extends keyof Patched>(
  page: Partial<Patched>,
  name: Name,
  make: (native: Patched[Name]) => Patched[Name],
): () => void {
  const before = Object.getOwnPropertyDescriptor(page, name)
  const native = page[name]
  if (native === undefined) return () => {}
  const ours = Object.assign(make(native as Patched[Name]), { [LEADS_HERE]: native })
  Object.defineProperty(page, name, { value: ours, writable: true, enumerable: before?.enumerable ?? true, configurable: true })
  return () => {
    if (page[name] !== ours) return
    if (before) Object.defineProperty(page, name, before)
    else Reflect.deleteProperty(page, name)
  }
}
