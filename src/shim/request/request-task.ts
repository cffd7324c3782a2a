import type { ChunkReceivedResult, HeadersReceivedResult, RequestTask } from '../../contract/wx/wx.ts'
import { isLibSince } from '../../wechat/lib-version.ts'
import { addTo, removeFrom } from '../context/listener-set.ts'

/** The listeners of one task, in the order they were added. */
export interface TaskListeners {
  readonly headersReceived: Set<(result: HeadersReceivedResult) => void>
  readonly chunkReceived: Set<(result: ChunkReceivedResult) => void>
}

/** The RequestTask that wx.request returns: a plain object whose methods work unbound, with those that the base library has (TASK-8). */
export function createRequestTask(listeners: TaskListeners, abort: () => void, lib: string): RequestTask {
  const task: Partial<RequestTask> = {}
  if (isLibSince(lib, '1.4.0')) task.abort = () => abort()
  if (isLibSince(lib, '2.1.0')) {
    task.onHeadersReceived = addTo(listeners.headersReceived)
    task.offHeadersReceived = removeFrom(listeners.headersReceived)
  }
  if (isLibSince(lib, '2.20.1')) {
    task.onChunkReceived = addTo(listeners.chunkReceived)
    task.offChunkReceived = removeFrom(listeners.chunkReceived)
  }
  return task as RequestTask
}
