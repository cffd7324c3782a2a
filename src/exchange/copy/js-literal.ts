import type { Json } from '../../contract/event/json.ts'

/** Plain data as a JavaScript literal, over several lines. `margin` is the indentation of the line that it begins on. */
export function jsLiteral(value: Json, margin = ''): string {
  const deeper = `${margin}  `
  if (typeof value === 'string') return jsString(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]'
    return `[\n${value.map((item) => `${deeper}${jsLiteral(item, deeper)},\n`).join('')}${margin}]`
  }
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  return `{\n${entries.map(([key, item]) => `${deeper}${jsKey(key)}: ${jsLiteral(item as Json, deeper)},\n`).join('')}${margin}}`
}

/** A text as a literal; what ends a line or a script is escaped. */
export function jsString(text: string): string {
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll("'", "\\'")
    .replace(/[\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`)
    .replace(/<(?=\/script|!--)/gi, '\\x3c')
  return `'${inner}'`
}

/** A key of an object literal. `__proto__` would set the prototype. */
function jsKey(key: string): string {
  if (key === '__proto__') return "['__proto__']"
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : jsString(key)
}

/** Bytes as an expression that any engine understands. */
export function jsBytes(bytes: Uint8Array): string {
  return `new Uint8Array([${bytes.join(', ')}])`
}
