import { attempt } from '../../contract/describe.ts'

const lengthGetter = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength')?.get as () => number

/** Also true for one of another realm, such as an iframe's. Nothing of the app's own runs: what only says that it is one, or may not be looked at, is none. */
export function isArrayBuffer(value: unknown): value is ArrayBuffer {
  if (typeof value !== 'object' || value === null) return false
  if (attempt(() => Object.prototype.toString.call(value)) !== '[object ArrayBuffer]') return false
  return attempt(() => Reflect.apply(lengthGetter, value, [])) !== undefined
}
