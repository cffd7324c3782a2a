import type { Clock } from '../contract/clock.ts'
import { FileFailure } from '../wechat/file-fault.ts'
import { answerInTime } from './answer-in-time.ts'
import { type FileChange, FileTree } from './file-tree.ts'
import type { KeptFiles } from './kept-files.ts'

/**
 * `files-not-kept`: files live in memory and are lost with the page. `files-full`: the browser had no room for a file that a Sync call
 * wrote. `files-not-answering`: the storage does not answer, so calls that need it fail.
 */
export type FileTrouble = 'files-not-kept' | 'files-full' | 'files-not-answering'

export interface FileSpaceOptions {
  readonly clock: Clock
  /** The appid of the mini-program whose files these are. May change. */
  readonly appid: () => string
  /** Absent: files do not outlive the page. */
  readonly keep?: KeptFiles | undefined
  readonly onTrouble: (trouble: FileTrouble, detail: string) => void
}

/** The files of every mini-program that ran in this page or has stored some. */
export interface FileSpace {
  /** Settles, and never rejects, when the files of earlier pages are loaded or have timed out. */
  readonly loaded: Promise<void>
  /** Waits for the files of earlier pages. Rejects with `input-output` when they have timed out. */
  arrived(): Promise<void>
  /** Sync form of `arrived()`: throws `input-output` once loading has timed out; does not wait. */
  checkNotTimedOut(): void
  tree(): FileTree
  /** Applies at once and resolves when stored. Undoes it and rejects with `storage-limit` when there is no room, or `input-output` when the storage does not answer. */
  commit(changes: readonly FileChange[]): Promise<void>
  /** Applies at once and is stored soon after: all that a Sync call can promise. */
  commitSoon(changes: readonly FileChange[]): void
  /** From now on nothing can be read or written. Resolves when everything is stored. */
  close(): Promise<void>
}

/**
 * ms. How long the browser's storage may take to answer: another tab that blocks it makes it wait without an error. A write also has to
 * move its bytes.
 */
const PATIENCE = { load: 5_000, write: 30_000 }

export function createFileSpace({ appid, clock, keep, onTrouble }: FileSpaceOptions): FileSpace {
  const trees = new Map<string, FileTree>()
  const touched = new Set<string>()
  let keeping = keep
  let state: 'loading' | 'late' | 'arrived' | 'closed' = 'loading'
  const stopKeeping = (cause: unknown) => {
    if (state === 'closed') return
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
        // What this page wrote while the stored files were loading is newer.
        if (!touched.has(`${owner}/${key}`)) treeOf(owner).apply([{ key, entry }])
      }
    } catch (cause) {
      stopKeeping(cause)
    }
    if (state !== 'closed') state = 'arrived'
  }
  const loading = load()
  const loaded = answerInTime(loading, clock, PATIENCE.load).catch(() => {
    if (state !== 'loading') return
    state = 'late'
    onTrouble('files-not-answering', '')
  })
  let line: Promise<unknown> = loading
  const checkNotTimedOut = () => {
    if (state === 'late' || state === 'closed') throw new FileFailure('input-output', '')
  }

  /** Transactions run one after the other, in the order of the calls. */
  const write = (owner: string, changes: readonly FileChange[]): Promise<void> => {
    const lasting = changes.filter(({ key }) => !key.startsWith('temp/'))
    if (lasting.length === 0 || !keeping) return Promise.resolve()
    for (const { key } of lasting) touched.add(`${owner}/${key}`)
    const turn = line.then(async () => {
      const timedOut = new AbortController()
      const writing = keeping?.write(owner, lasting, timedOut.signal)
      if (writing) await answerInTime(writing, clock, PATIENCE.write, timedOut)
    })
    line = turn.catch(() => {})
    return turn.catch((cause: unknown) => {
      if (cause instanceof FileFailure) {
        if (cause.fault.kind === 'input-output') onTrouble('files-not-answering', '')
        throw cause
      }
      if (cause instanceof Error && cause.name === 'QuotaExceededError') {
        throw new FileFailure('storage-limit', lasting[0]?.key ?? '', undefined, { cause })
      }
      stopKeeping(cause)
    })
  }

  return {
    loaded,
    async arrived() {
      await loaded
      checkNotTimedOut()
    },
    checkNotTimedOut,
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
      write(owner, changes).catch((cause: FileFailure) => {
        if (cause.fault.kind === 'storage-limit') onTrouble('files-full', cause.message)
      })
    },
    async close() {
      state = 'closed'
      await answerInTime(line, clock, PATIENCE.write).catch(() => {})
      keep?.close()
    },
  }
}
