import { attempt } from '../../contract/describe.ts'

const lengthGetter = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, 'byteLength')?.get as () => number

/** Whether the value is an ArrayBuffer, of any realm. Runs no code of the app: objects that only claim to be one, and proxies, are not. */
export function isArrayBuffer(value: unknown): value is ArrayBuffer {
  if (typeof value !== 'object' || value === null) return false
  if (attempt(() => Object.prototype.toString.call(value)) !== '[object ArrayBuffer]') return false
  return attempt(() => Reflect.apply(lengthGetter, value, [])) !== undefined
}
