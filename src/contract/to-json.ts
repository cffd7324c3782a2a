interface ToJsonOptions {
  /** Spaces for each level. Default 0: all on one line. */
  readonly indent?: number
  /** What is written in the place of a value. Default: the value. */
  readonly replace?: (value: unknown) => unknown
}

/**
 * JSON of plain data. Some pages put a `toJSON` on the prototype of all lists or objects, as Prototype.js does, and JSON.stringify asks it:
 * a list of events would come out as a text. Here it is not asked. As from JSON.stringify, `undefined` comes back for what has no JSON.
 */
export function toJson(data: unknown, { indent = 0, replace }: ToJsonOptions = {}): string {
  if (!('toJSON' in Object.prototype) && !('toJSON' in Array.prototype)) {
    return JSON.stringify(data, replace && ((_, value: unknown) => replace(value)), indent)
  }
  return write(data, replace ?? ((value) => value), ' '.repeat(indent), '\n') as string
}

/** `margin` is the line break before this value's own level. */
function write(data: unknown, replace: (value: unknown) => unknown, indent: string, margin: string): string | undefined {
  const value = replace(plainOf(data))
  // Of what is no object, JSON.stringify asks no prototype.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const deeper = margin + indent
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const colon = indent === '' ? ':' : ': '
  const lines = Array.isArray(value)
    ? Array.from(value, (item) => write(item, replace, indent, deeper) ?? 'null')
    : Object.keys(value).flatMap((key) => {
        const written = write((value as Record<string, unknown>)[key], replace, indent, deeper)
        return written === undefined ? [] : [`${JSON.stringify(key)}${colon}${written}`]
      })
  if (lines.length === 0) return `${open}${close}`
  return indent === '' ? `${open}${lines.join(',')}${close}` : `${open}${deeper}${lines.join(`,${deeper}`)}${margin}${close}`
}

/** What a class of its own wants to be written as, such as a Date; nobody asks the prototype of all objects or lists. */
function plainOf(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data
  const { toJSON } = data as { toJSON?: unknown }
  const isOfPage = toJSON === Reflect.get(Object.prototype, 'toJSON') || toJSON === Reflect.get(Array.prototype, 'toJSON')
  return typeof toJSON === 'function' && !isOfPage ? toJSON.call(data, '') : data
}
