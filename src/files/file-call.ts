import type { Platform } from '../contract/event/platform.ts'
import type { ParameterTypes } from '../wechat/check-parameters.ts'
import { FileFailure } from '../wechat/file-fault.ts'
import type { FileBytes } from './file-bytes.ts'
import type { FileSpace } from './file-space.ts'
import type { FileChange, FileTree } from './file-tree.ts'

/** A method of the FileSystemManager, in both forms. */
export type FileCall<Option, Value> = {
  /** Required parameters. */
  readonly types: ParameterTypes
  /** The arguments of the Sync form, in order. */
  readonly order: readonly string[]
  /** The name of the value in the result of the form with callbacks; absent when it has none. */
  readonly gives?: string
} & (
  | { /** For calls that only look at what is known. */ readonly look: (option: Option, context: CallContext) => Value }
  | { readonly work: (option: Option, context: CallContext) => FileWork<Value> }
)

/** What the calls work with. */
export interface CallContext {
  readonly tree: FileTree
  readonly platform: Platform
  /** Epoch ms. */
  readonly now: () => number
  /** A name that no file has, with the extension `suffix`. */
  readonly newName: (suffix: string) => string
  /** Caches bytes that were just written. */
  readonly remember: (blob: Blob, bytes: Uint8Array<ArrayBuffer>) => void
}

/** A call as a generator, written once for both forms: one driver waits at each step, the other does not. */
export type FileWork<Value> = Generator<FileStep, Value, Uint8Array<ArrayBuffer>>

/** A step of a call: read the bytes of a file, or apply changes. */
export type FileStep = { readonly read: Blob } | { readonly change: readonly FileChange[] }

/** What the drivers work with. */
export interface FileCallContext {
  readonly space: FileSpace
  readonly bytes: FileBytes
  readonly context: () => CallContext
}

const NO_BYTES = new Uint8Array()

/** The form with callbacks: waits for the files of earlier pages and until changes are stored, both with a timeout. */
export async function workLater<Option, Value>(call: FileCall<Option, Value>, option: Option, context: FileCallContext): Promise<Value> {
  await context.space.arrived()
  if ('look' in call) return call.look(option, context.context())
  const work = call.work(option, context.context())
  let step = work.next(NO_BYTES)
  while (!step.done) {
    let read = NO_BYTES
    if ('read' in step.value) read = await context.bytes.later(step.value.read).catch(failReading)
    else await context.space.commit(step.value.change)
    step = work.next(read)
  }
  return step.value
}

/** The Sync form: waits for nothing. */
export function workNow<Option, Value>(call: FileCall<Option, Value>, option: Option, context: FileCallContext): Value {
  context.space.checkNotTimedOut()
  if ('look' in call) return call.look(option, context.context())
  const work = call.work(option, context.context())
  let step = work.next(NO_BYTES)
  while (!step.done) {
    let read = NO_BYTES
    if ('read' in step.value) read = readNow(step.value.read, context)
    else context.space.commitSoon(step.value.change)
    step = work.next(read)
  }
  return step.value
}

function readNow(blob: Blob, { bytes }: FileCallContext): Uint8Array<ArrayBuffer> {
  try {
    return bytes.now(blob)
  } catch (cause) {
    return failReading(cause)
  }
}

function failReading(cause: unknown): never {
  throw new FileFailure('input-output', '', undefined, { cause })
}
