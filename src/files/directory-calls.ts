import { FileFailure } from '../wechat/file-fault.ts'
import type { FileCall } from './file-call.ts'
import { spellPath } from './file-path.ts'
import { type FileChange, sizeOf } from './file-tree.ts'
import { checkParent, find, findFile, nameOf, parentOf, userPlace } from './find-file.ts'

export const mkdir: FileCall<{ dirPath: string; recursive?: boolean }, void> = {
  types: { dirPath: 'String' },
  order: ['dirPath', 'recursive'],
  *work({ dirPath, recursive }, { tree, now }) {
    const place = userPlace(dirPath)
    if (tree.get(place.key)) throw new FileFailure('already-exists', dirPath)
    const change: FileChange[] = []
    let { key } = place
    do {
      change.unshift({ key, entry: { kind: 'directory', modifiedAt: now() } })
      key = parentOf(key)
    } while (recursive && !tree.get(key))
    checkParent(tree, { area: 'user', key: change[0]!.key }, dirPath, 'mkdir')
    yield { change }
  },
}

export const rmdir: FileCall<{ dirPath: string; recursive?: boolean }, void> = {
  types: { dirPath: 'String' },
  order: ['dirPath', 'recursive'],
  *work({ dirPath, recursive }, { tree }) {
    const { key } = userPlace(dirPath)
    const { entry } = find(tree, dirPath, 'rmdir')
    if (key === 'user') throw new FileFailure('permission-denied', dirPath)
    if (entry.kind === 'file') throw new FileFailure('not-a-directory', dirPath)
    const inside = tree.below(key)
    if (inside.length > 0 && !recursive) throw new FileFailure('directory-not-empty', dirPath)
    yield { change: [key, ...inside].map((gone) => ({ key: gone, entry: undefined })) }
  },
}

export const readdir: FileCall<{ dirPath: string }, string[]> = {
  types: { dirPath: 'String' },
  order: ['dirPath'],
  gives: 'files',
  look({ dirPath }, { tree }) {
    const { place, entry } = find(tree, dirPath, 'scandir')
    if (entry.kind === 'file') throw new FileFailure('not-a-directory', dirPath)
    return tree
      .below(place.key)
      .filter((key) => parentOf(key) === place.key)
      .map(nameOf)
  },
}

export const unlink: FileCall<{ filePath: string }, void> = {
  types: { filePath: 'String' },
  order: ['filePath'],
  *work({ filePath }, { tree }) {
    const { place, entry } = find(tree, filePath, 'unlink')
    if (entry.kind === 'directory') throw new FileFailure('not-permitted', filePath, 'unlink')
    yield { change: [{ key: place.key, entry: undefined }] }
  },
}

/** Renames a directory with everything in it, in one step. */
export const rename: FileCall<{ oldPath: string; newPath: string }, void> = {
  types: { oldPath: 'String', newPath: 'String' },
  order: ['oldPath', 'newPath'],
  *work({ oldPath, newPath }, { tree }) {
    const { place: old, entry } = find(tree, oldPath, 'rename')
    const { key } = userPlace(newPath, 'rename')
    if (old.key === 'user' || key.startsWith(`${old.key}/`)) throw new FileFailure('not-permitted', oldPath, 'rename')
    if (key === old.key) return
    const there = tree.get(key)
    if (there?.kind === 'directory' && entry.kind === 'file') throw new FileFailure('is-a-directory', newPath, 'rename')
    if (there?.kind === 'file' && entry.kind === 'directory') throw new FileFailure('not-a-directory', newPath)
    if (tree.below(key).length > 0) throw new FileFailure('directory-not-empty', newPath)
    checkParent(tree, { area: 'user', key }, newPath, 'rename')
    const moved = [old.key, ...tree.below(old.key)]
    const change = [
      ...moved.map((from) => ({ key: key + from.slice(old.key.length), entry: tree.get(from) })),
      ...moved.map((from) => ({ key: from, entry: undefined })),
    ]
    tree.checkRoom('user', change)
    yield { change }
  },
}

export const getSavedFileList: FileCall<object, { filePath: string; size: number; createTime: number }[]> = {
  types: {},
  order: [],
  gives: 'fileList',
  look(_option, { tree, platform }) {
    return tree.below('store').map((key) => {
      const entry = tree.get(key)!
      return { filePath: spellPath(key, platform), size: sizeOf(entry), createTime: Math.floor(entry.modifiedAt / 1000) }
    })
  },
}

export const removeSavedFile: FileCall<{ filePath: string }, void> = {
  types: { filePath: 'String' },
  order: ['filePath'],
  *work({ filePath }, { tree }) {
    const { place } = findFile(tree, filePath, 'unlink')
    if (place.area !== 'store') throw new FileFailure('permission-denied', filePath)
    yield { change: [{ key: place.key, entry: undefined }] }
  },
}
