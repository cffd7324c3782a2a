/** Thrown for a member that an object does not let go or take. */
export class FixedMemberError extends Error {
  readonly member: string

  constructor(member: string) {
    super(`${member} cannot be changed`)
    this.member = member
  }
}

/** Members that stand on an object of the page. */
export interface Patch {
  /** What was there before, by name; `undefined` where nothing was. */
  readonly before: ReadonlyMap<string, PropertyDescriptor | undefined>
  /** Puts that back. What the page has changed since stays as it is. */
  undo(): void
}

/**
 * Puts members on an object, all of them or none: throws FixedMemberError when one cannot be put there, and then nothing has changed.
 * `earlier` is what was there before on the object that this one may be a copy of.
 */
export function patchObject(host: object, members: Readonly<Record<string, unknown>>, earlier?: Patch): Patch {
  const before = new Map<string, PropertyDescriptor | undefined>()
  const undo = () => {
    for (const [name, descriptor] of before) {
      if (valueAt(host, name) !== members[name]) continue
      if (descriptor) Reflect.defineProperty(host, name, descriptor)
      else Reflect.deleteProperty(host, name)
    }
  }
  for (const [name, value] of Object.entries(members)) {
    try {
      const own = Object.getOwnPropertyDescriptor(host, name)
      // Copied with the rest of an object that has them.
      const isOurs = own !== undefined && own.value === value
      before.set(name, isOurs ? earlier?.before.get(name) : own)
      if (isOurs || put(host, name, value, own)) continue
    } catch {
      // A proxy may refuse by throwing.
    }
    before.delete(name)
    undo()
    throw new FixedMemberError(name)
  }
  return { before, undo }
}

function put(host: object, name: string, value: unknown, own: PropertyDescriptor | undefined): boolean {
  const isFixed = own !== undefined && !own.configurable
  const descriptor = isFixed ? { value } : { value, writable: true, enumerable: true, configurable: true }
  return Reflect.defineProperty(host, name, descriptor) && valueAt(host, name) === value
}

/** The value of an own property; `undefined` for an accessor, too. */
function valueAt(host: object, name: string): unknown {
  return Object.getOwnPropertyDescriptor(host, name)?.value
}
