import { messageOf } from '../../contract/describe.ts'
import type { FailReason } from '../../contract/event/task-error.ts'
import type { CallWarning } from '../../contract/event/task-event.ts'
import type { Settings } from '../../contract/settings.ts'
import { parameterFaults, typeName } from '../../wechat/check-parameters.ts'
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

/** Parameters of a wrong type: the call gives no task, and its `fail` runs at once (ERR-5). */
export function badParameters(faults: string): { readonly refusal: Refusal } {
  return { refusal: { reason: { kind: 'bad-parameter' }, text: `parameter error: ${faults}`, atOnce: true } }
}

/** Reads options that may throw when they are looked at: a getter or a proxy of the app. Then they are parameters of a wrong type, too. */
export function readAnything<Reading>(read: () => Reading): Reading | { readonly refusal: Refusal } {
  try {
    return read()
  } catch (thrown) {
    return badParameters(messageOf(thrown))
  }
}

const utf8 = new TextEncoder()

function isLong(url: string): boolean {
  // No character has more than three bytes here: most urls need not be counted.
  return url.length * 3 > LONG_URL && utf8.encode(url).byteLength > LONG_URL
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
