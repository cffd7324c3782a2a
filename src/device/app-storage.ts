import { toJson } from '../contract/to-json.ts'
import type { StorageInfo, StoredData } from '../contract/wx/wx-device.ts'
import { ApiFailure } from '../wechat/run-api.ts'

/** The part of `localStorage` that is used. */
export type StorageArea = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Maximum bytes of one value and of all together, as WeChat counts them. */
const MOST_OF_ONE = 1024 * 1024
const MOST_OF_ALL = 10 * MOST_OF_ONE

/** The type of a stored value, so that it is read back as the same type. */
interface Stored {
  readonly type: 'Date' | 'Undefined' | 'Json'
  readonly data?: unknown
}

/** The storage of one mini-program. In memory where the browser's storage is not available. */
export class AppStorage {
  readonly #area: () => StorageArea | undefined
  readonly #prefix: () => string
  #memory = new Map<string, string>()

  constructor(area: () => StorageArea | undefined, appid: () => string) {
    this.#area = area
    this.#prefix = () => `wx-request-inspector/storage/${appid()}/`
  }

  /** Throws an ApiFailure when it does not fit or cannot be written. */
  set(key: string, data: StoredData): void {
    const text = textOf(data)
    if (text.length * 3 > MOST_OF_ONE && sizeOf(text) > MOST_OF_ONE) throw new ApiFailure('exceed storage item max length')
    if (!this.#hasRoom(key, text)) throw FULL
    const name = this.#prefix() + key
    try {
      const area = this.#area()
      if (area) {
        area.setItem(name, text)
        this.#memory.delete(name)
        return
      }
    } catch (cause) {
      // Browsers allow some 5 MB; for the app that is the same as exceeding WeChat's limit.
      if (cause instanceof Error && cause.name === 'QuotaExceededError') throw FULL
    }
    this.#memory.set(name, text)
  }

  /** `undefined` when the key is not set. */
  get(key: string): { readonly data: StoredData } | undefined {
    const text = this.#read(key)
    return text === undefined ? undefined : { data: dataOf(text) }
  }

  remove(key: string): void {
    const name = this.#prefix() + key
    this.#memory.delete(name)
    this.#reach((area) => area.removeItem(name))
  }

  clear(): void {
    for (const key of this.#keys()) this.remove(key)
  }

  info(): StorageInfo {
    return { keys: this.#keys(), currentSize: Math.ceil(this.#size() / 1024), limitSize: MOST_OF_ALL / 1024 }
  }

  #read(key: string): string | undefined {
    const name = this.#prefix() + key
    return this.#memory.get(name) ?? this.#reach((area) => area.getItem(name)) ?? undefined
  }

  #keys(): string[] {
    const names = this.#reach((area) => Array.from({ length: area.length }, (_, nth) => area.key(nth) ?? '')) ?? []
    const prefix = this.#prefix()
    return [...new Set([...names, ...this.#memory.keys()])]
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length))
  }

  #hasRoom(key: string, text: string): boolean {
    const others = this.#keys()
      .filter((other) => other !== key)
      .map((other) => this.#read(other) ?? '')
    // A UTF-16 unit takes at most three bytes: mostly nothing has to be counted.
    if ([...others, text].reduce((sum, { length }) => sum + 3 * length, 0) <= MOST_OF_ALL) return true
    return [...others, text].reduce((sum, one) => sum + sizeOf(one), 0) <= MOST_OF_ALL
  }

  #size(): number {
    return this.#keys().reduce((sum, key) => sum + sizeOf(this.#read(key) ?? ''), 0)
  }

  /** Where storage is blocked, the access itself throws. */
  #reach<Result>(use: (area: StorageArea) => Result): Result | undefined {
    try {
      const area = this.#area()
      return area && use(area)
    } catch {
      return undefined
    }
  }
}

const FULL = new ApiFailure('exceed storage max size 10Mb')

function textOf(data: StoredData): string {
  try {
    if (data instanceof Date) return toJson({ type: 'Date', data: data.getTime() } satisfies Stored)
    const json = JSON.stringify(data)
    return json === undefined ? '{"type":"Undefined"}' : `{"type":"Json","data":${json}}`
  } catch (cause) {
    throw new ApiFailure(cause instanceof Error ? cause.message : String(cause))
  }
}

function dataOf(text: string): StoredData {
  try {
    const { type, data } = JSON.parse(text) as Stored
    return type === 'Date' ? new Date(data as number) : type === 'Undefined' ? undefined : data
  } catch {
    // Written by other code under our key.
    return text
  }
}

function sizeOf(text: string): number {
  return new TextEncoder().encode(text).byteLength
}
