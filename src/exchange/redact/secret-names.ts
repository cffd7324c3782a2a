/** Parts of names whose values are secrets: of headers, query parameters, fields of forms and of JSON. Letters and digits only. */
const PARTS =
  /token|secret|passw|pwd|apikey|accesskey|privatekey|authorization|cookie|session(?:id|key)|credential|signature|openid|unionid|encrypteddata|phonenumber|jscode|authcode/
/** Whole names. `sign` and `iv` are WeChat's. */
const WHOLE: ReadonlySet<string> = new Set(['sign', 'iv', 'auth', 'sid', 'session', 'pass', 'phone', 'mobile', 'idcard'])

/** Characters of the shortest login code of WeChat; a shorter `code` is the status of an answer. */
const SHORTEST_CODE = 16

/** Whether the value under this name is a secret. A number is one from six digits on: below, it counts something. */
export function isSecret(name: string, value: string | number): boolean {
  const text = String(value)
  if (text === '' || /^(?:null|undefined|true|false)$/.test(text)) return false
  if (typeof value === 'number' && text.length < 6) return false
  const plain = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (plain === 'code') return typeof value === 'string' && text.length >= SHORTEST_CODE
  return WHOLE.has(plain) || PARTS.test(plain)
}
