import { toJson } from '../../contract/to-json.ts'

/** The part of `localStorage` that is used, so that a test can hand in its own. Reaching for it may throw. */
export type ChoiceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** What a person chose, each under the path of its setting. */
export type Choices = Readonly<Record<string, unknown>>

/** `undefined` takes a choice back. */
export type ChoiceChanges = Readonly<Record<string, unknown>>

type ChoiceTrouble = 'storage-blocked' | 'storage-full'

const VERSION = 2

/** Where choices were kept in version 1: one patch of settings for all projects of an origin. */
const VERSION_1 = 'wx-request-inspector/changes/1'

/**
 * What a person chose for each project, over reloads and for all tabs of an origin. What is written is read anew before, so that two tabs
 * keep what either of them changed. A storage that refuses never stops the work: what it did not take is held here.
 */
export class ChoiceStore {
  readonly #storage: () => ChoiceStorage | undefined
  readonly #prefix: string
  readonly #unsaved = new Map<string, Record<string, unknown>>()

  constructor(storage: () => ChoiceStorage | undefined, prefix: string) {
    this.#storage = storage
    this.#prefix = prefix
  }

  /** The key that the choices of a project are under: of a `storage` event. */
  keyOf(appid: string): string {
    return this.#prefix + appid
  }

  /** `cause` is what the storage threw where there may be none, or a SyntaxError when what is there was not written by this. */
  read(appid: string): { readonly choices: Choices; readonly cause?: unknown } {
    const unsaved = this.#unsaved.get(appid) ?? {}
    try {
      return { choices: applyChanges(this.#stored(appid), unsaved) }
    } catch (cause) {
      return { choices: applyChanges({}, unsaved), cause }
    }
  }

  /** The patch of version 1, once: whoever asks takes it over. */
  takeVersion1(): unknown {
    const storage = this.#storage()
    const text = storage?.getItem(VERSION_1)
    if (!text) return undefined
    storage?.removeItem(VERSION_1)
    return JSON.parse(text)
  }

  write(appid: string, changes: ChoiceChanges): ChoiceTrouble | undefined {
    const unsaved = { ...this.#unsaved.get(appid), ...changes }
    this.#unsaved.set(appid, unsaved)
    try {
      const storage = this.#storage()
      if (!storage) return 'storage-blocked'
      const choices = applyChanges(this.#storedOrNone(appid), unsaved)
      const text = Object.keys(choices).length === 0 ? null : toJson({ version: VERSION, choices })
      if (text === null) storage.removeItem(this.keyOf(appid))
      else storage.setItem(this.keyOf(appid), text)
      // There are storages that take everything and keep nothing.
      if (storage.getItem(this.keyOf(appid)) !== text) return 'storage-blocked'
      this.#unsaved.delete(appid)
      return undefined
    } catch (cause) {
      return cause instanceof Error && cause.name === 'QuotaExceededError' ? 'storage-full' : 'storage-blocked'
    }
  }

  #stored(appid: string): Choices {
    const text = this.#storage()?.getItem(this.keyOf(appid))
    if (!text) return {}
    const { version, choices } = Object(JSON.parse(text)) as { version?: unknown; choices?: unknown }
    // A newer version may mean something else by the same words: it is left as it is, and not used.
    if (version !== VERSION || typeof choices !== 'object' || choices === null) throw new SyntaxError(`not version ${VERSION}`)
    return choices as Choices
  }

  #storedOrNone(appid: string): Choices {
    try {
      return this.#stored(appid)
    } catch (cause) {
      if (cause instanceof SyntaxError) return {}
      throw cause
    }
  }
}

function applyChanges(choices: Choices, changes: ChoiceChanges): Choices {
  return Object.fromEntries(Object.entries({ ...choices, ...changes }).filter(([, value]) => value !== undefined))
}
