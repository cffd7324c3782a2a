/** A name of the page that is watched. */
export interface HeldName {
  /** What the page finds under it. */
  read(): unknown
  /** Lets go of it: the page keeps what it assigned, else what was there. */
  release(): void
}

export interface NameWatcher {
  /** Hears of each object that the page puts there. */
  found(value: object): void
}

/** Thrown for a name that can neither be watched nor used as it is. */
export class FixedNameError extends Error {}

/**
 * Makes sure that there is an object under a name of the page, and hears of every other one that is put there: whoever assigns `wx` late
 * assigns it to an accessor. What the page reads is what it assigned. Where it has an accessor of its own, that one is asked.
 * Throws FixedNameError, and then nothing has changed.
 */
export function holdName(page: object, name: string, { found }: NameWatcher): HeldName {
  const holder = page as Record<string, unknown>
  const own = Object.getOwnPropertyDescriptor(page, name)
  const first = holder[name]
  if (holder[name] !== first) throw new FixedNameError(`${name} is another object each time it is read`)
  const made = isObject(first) ? undefined : {}
  if (own ? !own.configurable : !Object.isExtensible(page)) return keepFixed(holder, name, first, made)

  let value = made ?? first
  let assigned = false
  const onAssign = (next: unknown) => {
    if (isObject(next)) found(next)
    return next
  }
  const read = own?.get
    ? () => {
        const given = onAssign(Reflect.apply(own.get as () => unknown, page, []))
        return isObject(given) ? given : (made ?? given)
      }
    : () => value
  const write = (next: unknown) => {
    if (own?.set) Reflect.apply(own.set, page, [next])
    else {
      value = next
      assigned = true
    }
    onAssign(next)
  }
  const isReadOnly = own !== undefined && (own.get ? !own.set : !own.writable)
  const accessor = { configurable: true, enumerable: own?.enumerable ?? true, get: read, ...(!isReadOnly && { set: write }) }
  if (!Reflect.defineProperty(page, name, accessor)) throw new FixedNameError(`${name} cannot be defined`)

  return {
    read: () => holder[name],
    release() {
      if (Object.getOwnPropertyDescriptor(page, name)?.get !== read) return
      const isKept = assigned || (made !== undefined && Reflect.ownKeys(made).length > 0)
      if (isKept) Object.defineProperty(page, name, { writable: true, enumerable: true, configurable: true, ...plain(own), value })
      else if (own) Object.defineProperty(page, name, own)
      else Reflect.deleteProperty(page, name)
    },
  }
}

/** A name that cannot be redefined, such as that of a `var`: it is used as it is. */
function keepFixed(holder: Record<string, unknown>, name: string, first: unknown, made: object | undefined): HeldName {
  const read = () => holder[name]
  if (!made) return { read, release: () => {} }
  if (!Reflect.set(holder, name, made) || holder[name] !== made) throw new FixedNameError(`${name} cannot be assigned`)
  return {
    read,
    release() {
      if (holder[name] === made && Reflect.ownKeys(made).length === 0) Reflect.set(holder, name, first)
    },
  }
}

/** Of a property with a value, whether it can be written, seen and redefined. */
function plain(own: PropertyDescriptor | undefined): PropertyDescriptor {
  return own && 'value' in own ? own : {}
}

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
