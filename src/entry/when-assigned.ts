/**
 * Calls `found` with the object that the page has under `name`: at once, or when it is assigned. Returns a function that stops waiting.
 * The property stays an ordinary one.
 */
export function whenAssigned(page: object, name: string, found: (value: object) => void): () => void {
  const holder = page as Record<string, unknown>
  const present = holder[name]
  if (isObject(present)) {
    found(present)
    return () => {}
  }
  const before = Object.getOwnPropertyDescriptor(page, name)
  if (before && !before.configurable) return () => {}
  const waiting = {
    configurable: true,
    enumerable: false,
    get: () => undefined,
    set(value: unknown) {
      Object.defineProperty(page, name, { value, writable: true, enumerable: true, configurable: true })
      if (isObject(value)) found(value)
    },
  }
  Object.defineProperty(page, name, waiting)
  return () => {
    if (Object.getOwnPropertyDescriptor(page, name)?.set !== waiting.set) return
    if (before) Object.defineProperty(page, name, before)
    else Reflect.deleteProperty(page, name)
  }
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
