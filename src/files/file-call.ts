import type { Platform } from '../contract/event/platform.ts'
import type { ParameterTypes } from '../wechat/check-parameters.ts'
import { FileFailure } from '../wechat/file-fault.ts'
import type { FileBytes } from './file-bytes.ts'
import type { FileSpace } from './file-space.ts'
import type { FileChange, FileTree } from './file-tree.ts'

/** One method of the FileSystemManager, in both of its forms. */
export type FileCall<Option, Value> = {
  /** The parameters that must be there. */
  readonly types: ParameterTypes
  /** The arguments of the Sync form, in order. */
  readonly order: readonly string[]
  /** Under which name the result of the other form has the value; absent when there is none. */
  readonly gives?: string
} & (
  | { /** For calls that only look at what is known. */ readonly look: (option: Option, context: CallContext) => Value }
  | { readonly work: (option: Option, context: CallContext) => FileWork<Value> }
)

/** What the calls know of the phone. */
export interface CallContext {
  readonly tree: FileTree
  readonly platform: Platform
  /** Epoch ms. */
  readonly now: () => number
  /** A name that no file has, ending in `suffix`. */
  readonly newName: (suffix: string) => string
  /** Keeps bytes at hand that were just written. */
  readonly remember: (blob: Blob, bytes: Uint8Array<ArrayBuffer>) => void
}

/** A call as steps, written once for its two forms: the driver waits at each step, or does not. */
export type FileWork<Value> = Generator<FileStep, Value, Uint8Array<ArrayBuffer>>

/** What a call needs while it works: bytes of a file, or that changes take effect. */
export type FileStep = { readonly read: Blob } | { readonly change: readonly FileChange[] }

/** Where the calls are worked on. */
export interface FileCallContext {
  readonly space: FileSpace
  readonly bytes: FileBytes
  readonly context: () => CallContext
}

const NO_BYTES = new Uint8Array()

/** The form with callbacks: it waits for the files of earlier pages, and until changes are kept, but for neither without end. */
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

/** The Sync form: it knows what is known now. */
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
