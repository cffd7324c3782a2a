import { FileFailure } from '../wechat/file-fault.ts'
import { type FilePlace, placeOf } from './file-path.ts'
import type { FileEntry, FileTree, StoredFile } from './file-tree.ts'

/** The verbs in WeChat's error texts. */
export type Doing = 'open' | 'access' | 'stat' | 'scandir' | 'unlink' | 'rmdir' | 'mkdir' | 'copyFile' | 'rename'

/** The entry at a path; `undefined` where the path is outside the app's files. */
export function lookUp(tree: FileTree, path: string): { readonly place: FilePlace; readonly entry: FileEntry } | undefined {
  const place = placeOf(path)
  const entry = place && tree.get(place.key)
  return place && entry && { place, entry }
}

/** The entry at a path. Throws a FileFailure where there is none. */
export function find(tree: FileTree, path: string, doing: Doing): { readonly place: FilePlace; readonly entry: FileEntry } {
  const found = lookUp(tree, path)
  if (!found) throw new FileFailure('no-such-file', path, doing)
  return found
}

export function findFile(tree: FileTree, path: string, doing: Doing = 'open'): { readonly place: FilePlace; readonly entry: StoredFile } {
  const { place, entry } = find(tree, path, doing)
  if (entry.kind === 'directory') throw new FileFailure('is-a-directory', path, doing)
  return { place, entry }
}

/** A place in the user directory, the only one that an app may write to. */
export function userPlace(path: string, doing: Doing = 'open'): FilePlace {
  const place = placeOf(path)
  if (place?.area !== 'user') throw new FileFailure('permission-denied', path, doing)
  return place
}

/** Where a file may be written: in an existing directory below the user directory, and over nothing but a file. */
export function findSpot(tree: FileTree, path: string, doing: Doing = 'open'): FilePlace {
  const place = userPlace(path, doing)
  if (tree.get(place.key)?.kind === 'directory') throw new FileFailure('is-a-directory', path, doing)
  checkParent(tree, place, path, doing)
  return place
}

export function checkParent(tree: FileTree, { key }: FilePlace, path: string, doing: Doing): void {
  const parent = tree.get(parentOf(key))
  if (!parent) throw new FileFailure('no-such-file', path, doing)
  if (parent.kind === 'file') throw new FileFailure('not-a-directory', path, doing)
}

export function parentOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'))
}

export function nameOf(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1)
}
