import type { Notice } from '../../contract/panel-source.ts'

/** What the person should know. Each is said once: what was put away stays away. */
export class Notices {
  readonly #told = new Set<string>()
  readonly #moved: () => void
  #shown: readonly Notice[] = []

  constructor(moved: () => void) {
    this.#moved = moved
  }

  /** A new list whenever it moved. */
  get shown(): readonly Notice[] {
    return this.#shown
  }

  add(notice: Notice): void {
    if (this.#told.has(notice.code)) return
    this.#told.add(notice.code)
    this.#shown = [...this.#shown, notice]
    this.#moved()
  }

  dismiss(code: string): void {
    this.#shown = this.#shown.filter((notice) => notice.code !== code)
    this.#moved()
  }
}
