import { InspectorError } from '../../contract/inspector-error.ts'
import type { Wx } from '../../contract/wx/wx.ts'
import { FixedNameError, holdName, isObject } from './hold-name.ts'
import { lexicalWx } from './lexical-wx.ts'
import { FixedMemberError, type Patch, patchObject } from './patch-object.ts'

export interface Installing {
  readonly wx: Wx
  /** Goes to `wxInspector`. */
  readonly handle: object
  /** The names of the calls to the network: these replace what a page's own `wx` has, the others only fill gaps. */
  readonly replacing: readonly string[]
  /** Whether the calls of this `wx` are seen as they are, so that none of them has to be replaced. */
  readonly isFollowed?: (host: object) => boolean
}

export interface Installation {
  /** The calls of the page's `wx` that do not lead here any more, such as `wx.request`. */
  bypassed(): readonly string[]
  /** Puts back what was there before, or what the page has put there since, without what is ours. */
  uninstall(): void
}

/**
 * Puts the calls of `wx` on the page's `wx`, whoever made it and whenever: an object that the page assigns later gets them too, and is never
 * replaced. Throws InspectorError `already-installed`, or `cannot-install` for a page that does not let itself be changed; then it is as it was.
 */
export function installOn(page: object, { wx, handle, replacing, isFollowed = () => false }: Installing): Installation {
  const holder = page as { readonly wxInspector?: unknown }
  if (holder.wxInspector !== undefined) {
    throw new InspectorError('already-installed', 'An inspector is installed here already. Call uninstall() on it first.')
  }
  const patches = new Map<object, Patch>()
  const patch = (host: object) => {
    if (patches.has(host)) return
    const replaced = isFollowed(host) ? [] : replacing
    // A copy of an object that has ours has them too, but not as its own.
    const isWanted = (name: string) => replaced.includes(name) || !(name in host) || memberOf(host, name) === wx[name as keyof Wx]
    const members = Object.entries(wx).filter(([name]) => isWanted(name))
    patches.set(host, patchObject(host, Object.fromEntries(members), [...patches.values()].at(-1)))
  }
  const undos: (() => void)[] = []
  const uninstall = () => {
    for (const undo of undos.splice(0).reverse()) undo()
  }
  try {
    const name = holdName(page, 'wx', {
      found(host) {
        try {
          patch(host)
        } catch {
          // Assigned late, and fixed: the page goes on, and `bypassed` tells.
        }
      },
    })
    undos.push(() => name.release())
    undos.push(() => {
      for (const { undo } of [...patches.values()].reverse()) undo()
    })
    patch(name.read() as object)
    undos.push(patchObject(page, { wxInspector: handle }).undo)
    hide(page, 'wxInspector')
    return { bypassed: () => bypassedOn(name.read()), uninstall }
  } catch (cause) {
    uninstall()
    throw cannotInstall(cause)
  }

  function bypassedOn(host: unknown): readonly string[] {
    if (page === globalThis && lexicalWx() !== host) return ['wx']
    if (!isObject(host) || isFollowed(host)) return []
    return replacing.filter((name) => memberOf(host, name) !== wx[name as keyof Wx]).map((name) => `wx.${name}`)
  }
}

function memberOf(host: object, name: string): unknown {
  return (host as Readonly<Record<string, unknown>>)[name]
}

/** Whoever lists the names of the page need not find it. */
function hide(page: object, name: string): void {
  Reflect.defineProperty(page, name, { enumerable: false })
}

function cannotInstall(cause: unknown): unknown {
  const what =
    cause instanceof FixedMemberError
      ? cause.member === 'wxInspector'
        ? 'wxInspector cannot be put on this page'
        : `wx.${cause.member} of this page cannot be changed: its wx is frozen, sealed or has fixed members`
      : cause instanceof FixedNameError
        ? `${cause.message} on this page`
        : undefined
  if (what === undefined) return cause
  const remedy = 'Call install() before wx is made or frozen, or leave it out and give your app the wx of createInspector() itself.'
  return new InspectorError('cannot-install', `${what}. Nothing was changed. ${remedy}`, { cause })
}
