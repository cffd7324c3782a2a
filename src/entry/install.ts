import { InspectorError } from '../contract/inspector-error.ts'
import type { Wx } from '../contract/wx/wx.ts'

type Holder = { wx?: object; wxInspector?: unknown }

/**
 * Adds `wx` to `target.wx` and the handle as `target.wxInspector`; gives back how to undo exactly that. An existing `wx`
 * object is added to, never replaced: of what it has already, only the names of `replacing` are replaced.
 */
export function installOn(target: object, wx: Wx, handle: object, replacing: readonly string[]): () => void {
  const holder = target as Holder
  if (holder.wxInspector !== undefined) {
    throw new InspectorError('already-installed', 'An inspector is installed here already. Call uninstall() on it first.')
  }
  const made = !isObject(holder.wx)
  const host = made ? {} : (holder.wx as object)
  const names = Object.keys(wx).filter((name) => replacing.includes(name) || !(name in host))
  const before = new Map(names.map((name) => [name, Object.getOwnPropertyDescriptor(host, name)]))
  for (const name of names) {
    Object.defineProperty(host, name, { value: wx[name as keyof Wx], writable: true, enumerable: true, configurable: true })
  }
  const replaced = Object.getOwnPropertyDescriptor(target, 'wx')
  if (made) Object.defineProperty(target, 'wx', { value: host, writable: true, enumerable: true, configurable: true })
  Object.defineProperty(target, 'wxInspector', { value: handle, writable: true, enumerable: false, configurable: true })

  return () => {
    for (const [name, descriptor] of before) putBack(host, name, descriptor)
    if (made) putBack(target, 'wx', replaced)
    Reflect.deleteProperty(target, 'wxInspector')
  }
}

function putBack(target: object, name: string, descriptor: PropertyDescriptor | undefined): void {
  if (descriptor) Object.defineProperty(target, name, descriptor)
  else Reflect.deleteProperty(target, name)
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
