import { toJson } from '../../contract/to-json.ts'
import { type Entries, entriesOf, isAhead, mergeEntries, nextEntries, readEntries, valuesOf } from './choice-entries.ts'

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
 * What a person chose for each project, over reloads and for all tabs of an origin. Tabs may write at the same moment, each before it has seen
 * what the other wrote: so each holds its own, and whoever reads merges. A storage that refuses never stops the work: what it did not take is
 * held here.
 */
export class ChoiceStore {
  readonly #storage: () => ChoiceStorage | undefined
  readonly #prefix: string
  readonly #tab: string
  readonly #held = new Map<string, Entries>()
  readonly #unsaved = new Set<string>()
  /** What was last seen in the storage: a thousand rules are not read anew to find that nothing has changed. */
  readonly #seen = new Map<string, { readonly text: string; readonly entries: Entries }>()

  /** `tab` decides between two tabs that change the same thing at the same moment. */
  constructor(storage: () => ChoiceStorage | undefined, prefix: string, tab = drawTab()) {
    this.#storage = storage
    this.#prefix = prefix
    this.#tab = tab
  }

  /** The key that the choices of a project are under: of a `storage` event. */
  keyOf(appid: string): string {
    return this.#prefix + appid
  }

  /**
   * `cause` is what the storage threw where there may be none, or a SyntaxError when what is there was not written by this. `ahead` says that
   * another tab has overwritten what this one holds: it has to be written again.
   */
  read(appid: string): { readonly choices: Choices; readonly ahead: boolean; readonly cause?: unknown } {
    const held = this.#heldOf(appid)
    try {
      const stored = this.#stored(appid)
      // What is gone from the storage was taken back, or cleared by the browser, unless it never got there.
      const merged = stored ? mergeEntries(held, stored) : this.#unsaved.has(appid) ? held : new Map()
      this.#held.set(appid, merged)
      return { choices: valuesOf(merged), ahead: stored !== undefined && isAhead(merged, stored) }
    } catch (cause) {
      return { choices: valuesOf(held), ahead: false, cause }
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
    const held = this.#heldOf(appid)
    const wanted = applyChanges(valuesOf(held), changes)
    const hold = (stored: Entries) => {
      const next = mergeEntries(nextEntries(held, wanted, stored, this.#tab), stored)
      this.#held.set(appid, next)
      return next
    }
    this.#unsaved.add(appid)
    let merged: Entries | undefined
    try {
      const storage = this.#storage()
      if (!storage) throw new ReferenceError('no storage')
      merged = hold(this.#storedOrNone(appid))
      const choices = valuesOf(merged)
      const text = Object.keys(choices).length === 0 ? null : toJson({ version: VERSION, choices, ...entriesOf(merged) })
      if (text === null) storage.removeItem(this.keyOf(appid))
      else storage.setItem(this.keyOf(appid), text)
      // There are storages that take everything and keep nothing.
      if (storage.getItem(this.keyOf(appid)) !== text) return 'storage-blocked'
      this.#unsaved.delete(appid)
      if (text !== null) this.#seen.set(appid, { text, entries: merged })
      return undefined
    } catch (cause) {
      if (!merged) hold(new Map())
      return cause instanceof Error && cause.name === 'QuotaExceededError' ? 'storage-full' : 'storage-blocked'
    }
  }

  #heldOf(appid: string): Entries {
    return this.#held.get(appid) ?? new Map()
  }

  #stored(appid: string): Entries | undefined {
    const text = this.#storage()?.getItem(this.keyOf(appid))
    if (!text) return undefined
    const seen = this.#seen.get(appid)
    if (seen?.text === text) return seen.entries
    const { version, choices, ...entries } = Object(JSON.parse(text)) as { version?: unknown; choices?: unknown }
    // A newer version may mean something else by the same words: it is left as it is, and not used.
    if (version !== VERSION || typeof choices !== 'object' || choices === null) throw new SyntaxError(`not version ${VERSION}`)
    const read = readEntries(choices as Choices, entries)
    this.#seen.set(appid, { text, entries: read })
    return read
  }

  #storedOrNone(appid: string): Entries {
    try {
      return this.#stored(appid) ?? new Map()
    } catch (cause) {
      if (cause instanceof SyntaxError) return new Map()
      throw cause
    }
  }
}

function drawTab(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function applyChanges(choices: Choices, changes: ChoiceChanges): Choices {
  return Object.fromEntries(Object.entries({ ...choices, ...changes }).filter(([, value]) => value !== undefined))
}
