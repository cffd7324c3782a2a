import { isLibSince } from '../wechat/lib-version.ts'
import { KNOWN_APIS, type KnownApi } from './known-apis.ts'

/** Objects that calls return, which are not properties of `wx`. */
const OBJECTS = ['RequestTask', 'UploadTask', 'DownloadTask', 'SocketTask', 'FileSystemManager']
const PARTS: readonly string[] = ['object', 'success', 'fail', 'return', 'callback'] satisfies (keyof KnownApi)[]

/** Which call returns which object. */
const GIVEN_BY: Readonly<Record<string, string>> = {
  RequestTask: 'request',
  UploadTask: 'uploadFile',
  DownloadTask: 'downloadFile',
  SocketTask: 'connectSocket',
  FileSystemManager: 'getFileSystemManager',
}

/** `wx.canIUse`: `api`, `api.part.name` or `api.part.name.value`, where an object's method may leave out the part. */
export function canIUse(schema: unknown, lib: string, has: (name: string) => boolean): boolean {
  if (typeof schema !== 'string') return false
  const [api = '', ...rest] = schema.split('.')
  const known = Object.hasOwn(KNOWN_APIS, api) ? KNOWN_APIS[api] : undefined
  if (!known || !has(GIVEN_BY[api] ?? api) || !isLibSince(lib, known.since ?? '1.0.0')) return false
  const [part = 'return', name, value, ...more] = OBJECTS.includes(api) || api === 'env' ? ['return', ...rest] : rest
  if (rest.length === 0) return true
  if (!PARTS.includes(part) || more.length > 0) return false
  return name === undefined ? known[part as keyof KnownApi] !== undefined : isListed(known[part as keyof KnownApi], name, value, lib)
}

/** Whether `name` is among `name[value,value]@version name …`, with that value when one is asked for. */
function isListed(list: string | undefined, name: string, value: string | undefined, lib: string): boolean {
  for (const item of list?.split(' ') ?? []) {
    const [, listed, values, since = '1.0.0'] = /^([^[@]+)(?:\[([^\]]*)\])?(?:@(.+))?$/.exec(item) ?? []
    if (listed !== name) continue
    return isLibSince(lib, since) && (value === undefined || (values?.split(',').includes(value) ?? false))
  }
  return false
}
