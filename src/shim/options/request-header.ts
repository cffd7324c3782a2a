import { attempt } from '../../contract/describe.ts'
import type { DroppedHeader, HeaderList } from '../../contract/event/task-event.ts'
import type { Settings } from '../../contract/settings.ts'

export interface RequestHeader {
  readonly list: HeaderList
  readonly dropped: readonly DroppedHeader[]
  /** '' when the call has none. */
  readonly contentType: string
}

/** The content-type of a call: `usual` unless the caller gives another (HDR-1), or `fixed`, whatever the caller gives (UP-6). */
export type TypeOfContent = { readonly usual: string } | { readonly fixed: string }

const USUAL: TypeOfContent = { usual: 'application/json' }

/** Every HTTP engine writes these itself: a caller's value does not get through anywhere. */
const FRAMING = new Set(['host', 'content-length', 'connection', 'keep-alive', 'transfer-encoding', 'te', 'trailer', 'upgrade', 'expect'])
/** What a browser keeps for itself beyond those, and so does the tool (HDR-11). A Cookie set by hand goes out all the same (HDR-9). */
const FORBIDDEN_IN_TOOL =
  /^(accept-(charset|encoding)|access-control-request-(headers|method|private-network)|cookie2|date|dnt|origin|set-cookie|via|(proxy|sec)-.*)$/
const ILLEGAL_IN_NAME = /[^!#$%&'*+.^_`|~0-9a-z-]/iu
/** One byte for each character is all that a header value can hold, and no line may end within it. */
const ILLEGAL_IN_VALUE = /[^\t\x20-\x7e\x80-\xff]/u

/** The headers of a call as they go out: content-type first, the caller's own, then the Referer (HDR-1 … HDR-7, HDR-11). */
export function requestHeader(given: Readonly<Record<string, unknown>>, settings: Settings, type: TypeOfContent = USUAL): RequestHeader {
  const list: [string, string][] = []
  const dropped: DroppedHeader[] = []
  let contentType = 'fixed' in type ? type.fixed : type.usual
  for (const [name, raw] of Object.entries(given)) {
    const value = valueText(raw)
    const lower = name.toLowerCase()
    const fault = faultOf(lower, value, settings)
    if (fault) dropped.push({ name, value, ...fault })
    else if (lower === 'content-type' && 'fixed' in type) dropped.push({ name, value, why: 'multipart' })
    else if (lower === 'content-type') contentType = value
    else list.push([name, value])
  }
  const first: HeaderList = contentType === '' ? [] : [['content-type', contentType]]
  return { list: [...first, ...list, ['Referer', refererOf(settings)]], dropped, contentType }
}

function faultOf(name: string, value: string, { platform }: Settings): Pick<DroppedHeader, 'why' | 'illegal'> | undefined {
  if (name === 'referer') return { why: 'referer' }
  if (name === '') return { why: 'invalid' }
  const inName = ILLEGAL_IN_NAME.exec(name)?.[0]
  if (inName !== undefined) return { why: 'invalid', illegal: { in: 'name', character: inName } }
  const inValue = ILLEGAL_IN_VALUE.exec(value)?.[0]
  if (inValue !== undefined) return { why: 'invalid', illegal: { in: 'value', character: inValue } }
  return FRAMING.has(name) || (platform === 'devtools' && FORBIDDEN_IN_TOOL.test(name)) ? { why: 'forbidden' } : undefined
}

/**
 * What the tool's XMLHttpRequest throws at the first header that HTTP cannot carry, and its call fails with. The words about a value
 * beyond Latin-1 are reported of the tool, the others are Chromium's. Phones are not known: there such a header is left out, by our choice.
 */
export function headerException(dropped: readonly DroppedHeader[]): { readonly name: string; readonly detail: string } | undefined {
  const bad = dropped.find(({ why }) => why === 'invalid')
  if (!bad) return undefined
  const { name, value, illegal } = bad
  const warning =
    illegal && illegal.character > '\xff'
      ? `${illegal.in === 'name' ? 'Name' : 'Value'} is not a valid ByteString.`
      : illegal?.in === 'value'
        ? `'${value}' is not a valid HTTP header field value.`
        : `'${name}' is not a valid HTTP header field name.`
  return { name, detail: `Failed to execute 'setRequestHeader' on 'XMLHttpRequest': ${warning}` }
}

/** HDR-3: numbers as text; anything else shows only its kind. */
function valueText(value: unknown): string {
  if (typeof value === 'string') return value
  // A proxy may throw at whoever asks for its kind.
  return typeof value === 'number' ? String(value) : (attempt(() => Object.prototype.toString.call(value)) ?? '[object Object]')
}

/** HDR-6, HDR-7. */
function refererOf({ appid, envVersion, platform, versionNumber }: Settings): string {
  const version = platform === 'devtools' ? 'devtools' : envVersion === 'release' ? versionNumber : 0
  return `https://servicewechat.com/${appid}/${version}/page-frame.html`
}
