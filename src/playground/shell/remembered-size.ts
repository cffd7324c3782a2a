/** A length that outlives the page, px. Where storage is blocked or full it simply does not. */
export class RememberedSize {
  readonly #key: string
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

  /** `storage` is a function because the mere sight of `localStorage` may throw. */
  constructor(name: string, storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
    this.#key = `wx-request-inspector/page/${name}`
    this.#storage = storage
  }

  read(): number | undefined {
    try {
      const saved = Number(this.#storage().getItem(this.#key))
      return saved > 0 && Number.isFinite(saved) ? saved : undefined
    } catch {
      return undefined
    }
  }

  /** `undefined` forgets it. */
  save(size: number | undefined): void {
    try {
      if (size === undefined) this.#storage().removeItem(this.#key)
      else this.#storage().setItem(this.#key, String(size))
    } catch {
      // It holds until the page is closed; the panel tells about blocked storage.
    }
  }
}
