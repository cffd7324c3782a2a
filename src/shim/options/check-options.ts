import { messageOf } from '../../contract/describe.ts'
import type { FailReason } from '../../contract/event/task-error.ts'
import type { CallWarning } from '../../contract/event/task-event.ts'
import type { Settings } from '../../contract/settings.ts'
import { parameterFaults, typeName } from '../../wechat/check-parameters.ts'
import { knownOptions, type Options, type SentApi } from './known-options.ts'

/** Why a call cannot be sent; `text` follows `<api>:fail ` if the reason alone does not determine it. */
export interface Refusal {
  readonly reason: FailReason
  readonly text?: string
  /** The call returns no task, and its callbacks run at once (URL-8, RES-11). */
  readonly atOnce: boolean
}

/** Options whose strings are strings and whose URL is valid. */
export interface CheckedOptions {
  readonly options: Options
  /** As the caller wrote it. */
  readonly url: string
  /** Further warnings are added to this list. */
  readonly warnings: CallWarning[]
}

/** Bytes. URL-11: recommended by an official guide; not enforced. */
const LONG_URL = 1024

/**
 * Checks what all calls have in common: that `url`, the other `strings` and the given `optional` ones are strings (URL-1, ERR-5), then the
 * syntax of the URL (URL-2).
 */
export function checkOptions(
  option: unknown,
  api: SentApi,
  strings: readonly string[],
  settings: Settings,
  optional: readonly string[] = [],
): CheckedOptions | { readonly refusal: Refusal } {
  const notAnObject = parameterFaults(option, {})
  if (notAnObject !== '') return badParameters(notAnObject)
  const { options, warnings } = knownOptions(option as Options, api, settings)
  const names = ['url', ...strings, ...optional.filter((name) => options[name] !== undefined)]
  const faults = parameterFaults(options, Object.fromEntries(names.map((name) => [name, 'String'])))
  if (faults !== '') return badParameters(faults)
  const url = options['url'] as string
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
    return { refusal: { reason: { kind: 'bad-url' }, text: `invalid url "${url}"`, atOnce: true } }
  }
  if (isLong(url)) warnings.push('long-url')
  return { options, url, warnings }
}

/** Parameters of a wrong type: the call returns no task, and its `fail` runs at once (ERR-5). */
export function badParameters(faults: string): { readonly refusal: Refusal } {
  return { refusal: { reason: { kind: 'bad-parameter' }, text: `parameter error: ${faults}`, atOnce: true } }
}

/** Reads options that may throw when they are read, such as a getter or a proxy of the app. They count as parameters of a wrong type. */
export function readAnything<Reading>(read: () => Reading): Reading | { readonly refusal: Refusal } {
  try {
    return read()
  } catch (thrown) {
    return badParameters(messageOf(thrown))
  }
}

const utf8 = new TextEncoder()

function isLong(url: string): boolean {
  // A UTF-16 code unit takes at most three bytes, so most URLs need not be encoded.
  return url.length * 3 > LONG_URL && utf8.encode(url).byteLength > LONG_URL
}

/** HDR-4. */
export function headerObject(header: unknown, warnings: CallWarning[]): Options {
  if (header === undefined) return {}
  if (typeName(header) === 'Object') return header as Options
  warnings.push('header-not-object')
  return {}
}

/** The hash is never sent. */
export function withoutHash(url: string): string {
  const hashAt = url.indexOf('#')
  return hashAt === -1 ? url : url.slice(0, hashAt)
}
