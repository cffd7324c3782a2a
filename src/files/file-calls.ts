import { type ByteEncoding, bytesToText, textToBytes } from '../contract/byte-text.ts'
import type { FileStats, Stats } from '../contract/wx/wx-files.ts'
import { FileFailure } from '../wechat/file-fault.ts'
import { ApiFailure } from '../wechat/run-api.ts'
import type { FileCall } from './file-call.ts'
import { spellPath, suffixOf } from './file-path.ts'
import type { FileTree } from './file-tree.ts'
import { find, findFile, findSpot, nameOf } from './find-file.ts'
import { createStats } from './stats.ts'

/** Maximum bytes that one call reads or writes (1300202). */
const MOST_AT_ONCE = 100 * 1024 * 1024

const ENCODINGS: Readonly<Record<string, ByteEncoding>> = {
  utf8: 'utf8',
  'utf-8': 'utf8',
  ascii: 'ascii',
  latin1: 'latin1',
  binary: 'latin1',
  base64: 'base64',
  hex: 'hex',
  ucs2: 'utf16le',
  'ucs-2': 'utf16le',
  utf16le: 'utf16le',
  'utf-16le': 'utf16le',
}

export const access: FileCall<{ path: string }, void> = {
  types: { path: 'String' },
  order: ['path'],
  look({ path }, { tree }) {
    find(tree, path, 'access')
  },
}

export const readFile: FileCall<{ filePath: string; encoding?: string; position?: number; length?: number }, string | ArrayBuffer> = {
  types: { filePath: 'String' },
  order: ['filePath', 'encoding', 'position', 'length'],
  gives: 'data',
  *work({ filePath, encoding, position, length }, { tree }) {
    const read = encoding === undefined ? undefined : encodingOf(encoding)
    const { blob } = findFile(tree, filePath).entry
    const part = position === undefined && length === undefined ? blob : sliceOf(blob, position ?? 0, length, filePath)
    if (part.size > MOST_AT_ONCE) throw new FileFailure('storage-limit', filePath)
    const bytes = yield { read: part }
    // A copy: the app may change what it gets.
    return read === undefined ? bytes.slice().buffer : bytesToText(bytes, read)
  },
}

export const writeFile: FileCall<{ filePath: string; data: string | ArrayBuffer; encoding?: string }, void> = {
  types: { filePath: 'String', data: 'String/ArrayBuffer' },
  order: ['filePath', 'data', 'encoding'],
  *work({ filePath, data, encoding }, { tree, now, remember }) {
    const { key } = findSpot(tree, filePath)
    const bytes = bytesOf(data, encoding, filePath)
    const change = [{ key, entry: { kind: 'file', blob: new Blob([bytes]), modifiedAt: now() } }] as const
    tree.checkRoom('user', change)
    remember(change[0].entry.blob, bytes)
    yield { change }
  },
}

export const appendFile: typeof writeFile = {
  types: writeFile.types,
  order: writeFile.order,
  *work({ filePath, data, encoding }, { tree, now }) {
    const { key } = findSpot(tree, filePath)
    const { blob } = findFile(tree, filePath).entry
    const bytes = bytesOf(data, encoding, filePath)
    const change = [{ key, entry: { kind: 'file', blob: new Blob([blob, bytes]), modifiedAt: now() } }] as const
    tree.checkRoom('user', change)
    yield { change }
  },
}

export const stat: FileCall<{ path: string; recursive?: boolean }, Stats | FileStats[]> = {
  types: { path: 'String' },
  order: ['path', 'recursive'],
  gives: 'stats',
  look({ path, recursive }, { tree }) {
    const { place, entry } = find(tree, path, 'stat')
    if (!recursive || entry.kind === 'file') return createStats(entry)
    const inside = tree.below(place.key).map((key) => ({ path: key.slice(place.key.length), stats: createStats(tree.get(key)!) }))
    return [{ path: '/', stats: createStats(entry) }, ...inside]
  },
}

export const getFileInfo: FileCall<{ filePath: string }, number> = {
  types: { filePath: 'String' },
  order: ['filePath'],
  gives: 'size',
  look({ filePath }, { tree }) {
    return findFile(tree, filePath).entry.blob.size
  },
}

export const copyFile: FileCall<{ srcPath: string; destPath: string }, void> = {
  types: { srcPath: 'String', destPath: 'String' },
  order: ['srcPath', 'destPath'],
  *work({ srcPath, destPath }, { tree, now }) {
    const { blob } = findFile(tree, srcPath, 'copyFile').entry
    const { key } = findSpot(tree, destPath, 'copyFile')
    const change = [{ key, entry: { kind: 'file', blob, modifiedAt: now() } }] as const
    tree.checkRoom('user', change)
    yield { change }
  },
}

/** Moves a temp file, by default to the store (wx.saveFile). */
export const saveFile: FileCall<{ tempFilePath: string; filePath?: string }, string> = {
  types: { tempFilePath: 'String' },
  order: ['tempFilePath', 'filePath'],
  gives: 'savedFilePath',
  *work({ tempFilePath, filePath }, { tree, now, newName, platform }) {
    const { place, entry } = findTemp(tree, tempFilePath)
    const key = filePath === undefined ? `store/${newName(suffixOf(nameOf(place.key)))}` : findSpot(tree, filePath).key
    const change = [
      { key, entry: { kind: 'file', blob: entry.blob, modifiedAt: now() } },
      { key: place.key, entry: undefined },
    ] as const
    tree.checkRoom('store', change)
    yield { change }
    return filePath ?? spellPath(key, platform)
  },
}

function findTemp(tree: FileTree, path: string): ReturnType<typeof findFile> {
  try {
    const found = findFile(tree, path)
    if (found.place.area === 'temp') return found
  } catch {
    // Whatever is wrong with the path, it is not that of a temp file.
  }
  throw new FileFailure('no-such-temp-file', path)
}

function bytesOf(data: string | ArrayBuffer, encoding: string | undefined, path: string): Uint8Array<ArrayBuffer> {
  const bytes = typeof data === 'string' ? textToBytes(data, encodingOf(encoding ?? 'utf8')) : new Uint8Array(data.slice(0))
  if (!bytes) throw new FileFailure('bad-encoding', path)
  if (bytes.byteLength > MOST_AT_ONCE) throw new FileFailure('storage-limit', path)
  return bytes
}

function encodingOf(name: string): ByteEncoding {
  const encoding = ENCODINGS[String(name).toLowerCase()]
  if (!encoding) throw new ApiFailure(`invalid encoding "${name}"`)
  return encoding
}

function sliceOf(blob: Blob, position: number, length: number | undefined, path: string): Blob {
  if (!(position >= 0 && position < blob.size)) throw new FileFailure('position-out-of-range', path)
  if (length !== undefined && !(length >= 1 && length <= blob.size)) throw new FileFailure('length-out-of-range', path)
  return blob.slice(position, length === undefined ? undefined : position + length)
}
