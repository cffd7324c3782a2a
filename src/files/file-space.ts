import { FileFailure } from '../contract/file-fault.ts'
import { type FileChange, FileTree } from './file-tree.ts'
import type { KeptFiles } from './kept-files.ts'

/** `files-not-kept`: they live in memory and go with the page. `files-full`: the browser had no room for one that was written by a Sync call. */
export type FileTrouble = 'files-not-kept' | 'files-full'

export interface FileSpaceOptions {
  /** Whose files these are; it may change while the page lives. */
  readonly appid: () => string
  /** Absent: nothing outlives the page. */
  readonly keep?: KeptFiles | undefined
  readonly onTrouble: (trouble: FileTrouble, detail: string) => void
}

/** The files of every mini-program that ran in this page or left some behind. */
export interface FileSpace {
  /** Settles, and never rejects, when files of earlier pages are there. */
  readonly loaded: Promise<void>
  tree(): FileTree
  /** Applies at once and resolves when all is kept. Rejects with `storage-limit` when there is no room, and then all is as before. */
  commit(changes: readonly FileChange[]): Promise<void>
  /** Applies at once and is kept soon after: what a Sync call can promise. */
  commitSoon(changes: readonly FileChange[]): void
}

export function createFileSpace({ appid, keep, onTrouble }: FileSpaceOptions): FileSpace {
  const trees = new Map<string, FileTree>()
  const touched = new Set<string>()
  let keeping = keep
  const stopKeeping = (cause: unknown) => {
    keeping = undefined
    onTrouble('files-not-kept', cause instanceof Error ? cause.message : String(cause))
  }
  const treeOf = (owner: string) => {
    let tree = trees.get(owner)
    if (!tree) {
      tree = new FileTree()
      trees.set(owner, tree)
    }
    return tree
  }
  const load = async () => {
    try {
      for (const { appid: owner, key, entry } of (await keep?.load()) ?? []) {
        // What this page wrote while the old files were on their way is newer.
        if (!touched.has(`${owner}/${key}`)) treeOf(owner).apply([{ key, entry }])
      }
    } catch (cause) {
      stopKeeping(cause)
    }
  }
  const loaded = load()
  let line: Promise<unknown> = loaded

  /** One transaction after the other, in the order of the calls. */
  const write = (owner: string, changes: readonly FileChange[]): Promise<void> => {
    const lasting = changes.filter(({ key }) => !key.startsWith('temp/'))
    if (lasting.length === 0 || !keeping) return Promise.resolve()
    for (const { key } of lasting) touched.add(`${owner}/${key}`)
    const turn = line.then(() => keeping?.write(owner, lasting))
    line = turn.catch(() => {})
    return turn.catch((cause: unknown) => {
      if (cause instanceof FileFailure) throw cause
      if (cause instanceof Error && cause.name === 'QuotaExceededError') {
        throw new FileFailure('storage-limit', lasting[0]?.key ?? '', undefined, { cause })
      }
      stopKeeping(cause)
    })
  }

  return {
    loaded,
    tree: () => treeOf(appid()),
    async commit(changes) {
      const owner = appid()
      const tree = treeOf(owner)
      const before = tree.apply(changes)
      try {
        await write(owner, changes)
      } catch (cause) {
        // A later call may have written there in the meantime.
        tree.apply(before.filter(({ key }, nth) => tree.get(key) === changes[nth]?.entry))
        throw cause
      }
    },
    commitSoon(changes) {
      const owner = appid()
      treeOf(owner).apply(changes)
      write(owner, changes).catch((cause: Error) => onTrouble('files-full', cause.message))
    },
  }
}
