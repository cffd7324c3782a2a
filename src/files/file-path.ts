import type { Platform } from '../contract/event/platform.ts'
import { FileFailure } from '../wechat/file-fault.ts'

/** `user`: written by the app. `store`: saved with saveFile. `temp`: deleted with the page. */
export type FileArea = 'user' | 'store' | 'temp'

/** Where a path points, in either spelling. `key` is `user/a/b.txt`; that of the user directory itself is `user`. */
export interface FilePlace {
  readonly area: FileArea
  readonly key: string
}

/** Maximum bytes of a file name. */
const LONGEST_NAME = 255

const ON_PHONE = /^wxfile:\/\/(usr(?=\/|$)|tmp_|tmp\/|store_|store\/)(.*)$/s
const IN_TOOL = /^http:\/\/(usr(?=\/|$)|tmp\/|store\/)(.*)$/s

/**
 * Reads a path of either spelling (PLAT-13), so that one written before the platform was changed still works.
 * `undefined` for anything that is not a file of the app. Throws a FileFailure when `..` leaves its directory.
 */
export function placeOf(path: string): FilePlace | undefined {
  const [, start, rest = ''] = ON_PHONE.exec(path) ?? IN_TOOL.exec(path) ?? []
  if (start === undefined) return undefined
  if (start !== 'usr') {
    const area = start.startsWith('tmp') ? 'temp' : 'store'
    return rest === '' ? undefined : { area, key: `${area}/${rest}` }
  }
  const names: string[] = []
  for (const name of rest.split('/')) {
    if (name === '..' && names.pop() === undefined) throw new FileFailure('permission-denied', path)
    if (name !== '' && name !== '.' && name !== '..') names.push(name)
  }
  if (names.some((name) => new TextEncoder().encode(name).byteLength > LONGEST_NAME)) throw new FileFailure('name-too-long', path)
  return { area: 'user', key: ['user', ...names].join('/') }
}

/** The path of a place as `platform` spells it (DOWN-7). */
export function spellPath(key: string, platform: Platform): string {
  const slash = key.indexOf('/')
  const area = slash < 0 ? key : key.slice(0, slash)
  const rest = slash < 0 ? '' : key.slice(slash + 1)
  const inTool = platform === 'devtools'
  if (area === 'user') return `${userDirectory(platform)}${rest === '' ? '' : `/${rest}`}`
  const name = area === 'temp' ? 'tmp' : 'store'
  return inTool ? `http://${name}/${rest}` : `wxfile://${name}_${rest}`
}

/** `wx.env.USER_DATA_PATH`. */
export function userDirectory(platform: Platform): string {
  return platform === 'devtools' ? 'http://usr' : 'wxfile://usr'
}

/** The extension of a name with its dot, or an empty string. */
export function suffixOf(name: string): string {
  return /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? ''
}
