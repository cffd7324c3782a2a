/**
 * Loads MSW apart; it weighs more than all the rest of the shim, and `wx` is there without it. MSW looks into localStorage as soon as
 * it is loaded and dies where the page may have none, so for that moment an empty one stands in.
 */
export async function loadNetwork(): Promise<typeof import('./network.ts')> {
  const restore = lendStorage()
  try {
    return await import('./network.ts')
  } finally {
    restore()
  }
}

function lendStorage(): () => void {
  try {
    // Reading it throws where cookies are blocked, and in a sandboxed frame.
    if ((globalThis as { localStorage?: unknown }).localStorage) return () => {}
  } catch {
    // Then it is lent.
  }
  const blocked = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: { getItem: () => null, setItem: () => {} } })
  return () => {
    if (blocked) Object.defineProperty(globalThis, 'localStorage', blocked)
    else Reflect.deleteProperty(globalThis, 'localStorage')
  }
}
