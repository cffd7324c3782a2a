type ChoiceStorage = Pick<Storage, 'getItem' | 'setItem'>

/** A choice that outlives the page, among known values. Where storage is blocked or full it simply does not. */
export class RememberedChoice<Value extends string> {
  readonly #key: string
  readonly #values: readonly Value[]
  readonly #storage: () => ChoiceStorage

  /** `storage` is a function because the mere sight of `localStorage` may throw. */
  constructor(name: string, values: readonly Value[], storage: () => ChoiceStorage) {
    this.#key = `wx-request-inspector/page/${name}`
    this.#values = values
    this.#storage = storage
  }

  read(): Value | undefined {
    try {
      const saved = this.#storage().getItem(this.#key)
      return this.#values.find((value) => value === saved)
    } catch {
      return undefined
    }
  }

  save(value: Value): void {
    try {
      this.#storage().setItem(this.#key, value)
    } catch {
      // The choice holds until the page is closed; the panel tells about blocked storage.
    }
  }
}
