import type { SettingsPatch } from '../contract/settings-patch.ts'
import { toJson } from '../contract/to-json.ts'

const KEY = 'wx-request-inspector/changes/1'

/** The part of `localStorage` that is used, so that a test can hand in its own. */
export type ChangeStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

type SaveOutcome = 'saved' | 'storage-blocked' | 'storage-full'

/** Keeps what a person changed in the panel across reloads. A storage that refuses never stops the work: it is told. */
export class SavedChanges {
  readonly #storage: () => ChangeStorage | undefined
  #changes: SettingsPatch = {}

  constructor(storage: () => ChangeStorage | undefined) {
    this.#storage = storage
  }

  /** What was saved last time, unchecked: whoever applies it has to parse it. */
  read(): { readonly patch?: unknown; readonly blocked: boolean } {
    try {
      const text = this.#storage()?.getItem(KEY)
      if (!text) return { blocked: false }
      const patch: unknown = JSON.parse(text)
      return { patch, blocked: false }
    } catch (cause) {
      return cause instanceof SyntaxError ? { patch: null, blocked: false } : { blocked: true }
    }
  }

  /** Takes what was read and proved sound as the start of further changes. */
  continueFrom(patch: SettingsPatch): void {
    this.#changes = patch
  }

  add(patch: SettingsPatch): SaveOutcome {
    this.#changes = {
      ...this.#changes,
      ...patch,
      ...(patch.domains || this.#changes.domains ? { domains: { ...this.#changes.domains, ...patch.domains } } : {}),
      ...(patch.conditions || this.#changes.conditions ? { conditions: { ...this.#changes.conditions, ...patch.conditions } } : {}),
      ...(patch.capture || this.#changes.capture ? { capture: { ...this.#changes.capture, ...patch.capture } } : {}),
    }
    try {
      const storage = this.#storage()
      if (!storage) return 'storage-blocked'
      storage.setItem(KEY, toJson(this.#changes))
      return 'saved'
    } catch (cause) {
      return cause instanceof Error && cause.name === 'QuotaExceededError' ? 'storage-full' : 'storage-blocked'
    }
  }

  /** Drops what cannot be used any more. */
  forget(): void {
    try {
      this.#storage()?.removeItem(KEY)
    } catch {
      // A storage that refuses to forget is one that was never written.
    }
  }
}
