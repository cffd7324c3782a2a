/**
 * Loads MSW in a chunk of its own: it weighs more than the rest of the shim, and `wx` works before it has arrived. MSW reads localStorage
 * when it is loaded and throws if the page may not use it, so an empty one stands in for that moment.
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
    // Reading it throws if cookies are blocked, and in a sandboxed frame.
    if ((globalThis as { localStorage?: unknown }).localStorage) return () => {}
  } catch {
    // Not available: use the stand-in.
  }
  const blocked = Object.getOwnPropertyDescriptor(globalThis, 'localStorage')
  Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: { getItem: () => null, setItem: () => {} } })
  return () => {
    if (blocked) Object.defineProperty(globalThis, 'localStorage', blocked)
    else Reflect.deleteProperty(globalThis, 'localStorage')
  }
}
