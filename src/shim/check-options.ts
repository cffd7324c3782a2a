import type { Settings } from '../contract/settings.ts'
import type { FailReason } from '../contract/task-error.ts'
import type { CallWarning } from '../contract/task-event.ts'
import { knownOptions, type Options, type SentApi } from './known-options.ts'

/** Why the options cannot be sent; `text` stands after `<api>:fail ` where the reason alone does not tell it. */
export interface Refusal {
  readonly reason: FailReason
  readonly text?: string
  /** The call gives no task, and its callbacks run at once (URL-8, RES-11). */
  readonly atOnce: boolean
}

/** Options whose strings are strings and whose url can be called. */
export interface CheckedOptions {
  readonly options: Options
  /** As the caller wrote it. */
  readonly url: string
  /** A list to add to. */
  readonly warnings: CallWarning[]
}

/** URL-11: an official guide advises no more, in bytes; nothing enforces it. */
const LONG_URL = 1024

/**
 * Checks what all calls have in common: that `url`, the other `strings` and those of the `optional` ones that are given are strings
 * (URL-1, ERR-5), then the syntax of the url (URL-2).
 */
export function checkOptions(
  option: unknown,
  api: SentApi,
  strings: readonly string[],
  settings: Settings,
  optional: readonly string[] = [],
): CheckedOptions | { readonly refusal: Refusal } {
  const wrong = (clauses: string) => ({
    refusal: { reason: { kind: 'bad-parameter' }, text: `parameter error: ${clauses}`, atOnce: true } as const,
  })
  if (typeof option !== 'object' || option === null) return wrong(`parameter should be Object instead of ${typeName(option)};`)
  const { options, warnings } = knownOptions(option as Options, api, settings)
  const { url } = options
  // One after another, without a space between them.
  const faults = ['url', ...strings, ...optional.filter((name) => options[name] !== undefined)]
    .filter((name) => typeof options[name] !== 'string')
    .map((name) => `parameter.${name} should be String instead of ${typeName(options[name])};`)
  if (typeof url !== 'string' || faults.length > 0) return wrong(faults.join(''))
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    return { refusal: { reason: { kind: 'bad-url' }, text: `invalid url "${url}"`, atOnce: true } }
  }
  if (url.length > LONG_URL) warnings.push('long-url')
  return { options, url, warnings }
}

/** HDR-4. */
export function headerObject(header: unknown, warnings: CallWarning[]): Options {
  if (header === undefined) return {}
  if (typeName(header) === 'Object') return header as Options
  warnings.push('header-not-object')
  return {}
}

/** A hash never leaves the client. */
export function withoutHash(url: string): string {
  const hashAt = url.indexOf('#')
  return hashAt === -1 ? url : url.slice(0, hashAt)
}

/** The word that WeChat's parameter errors use for a type (URL-1). */
export function typeName(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}
