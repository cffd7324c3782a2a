import type { TransferHeadersResult, TransferTask } from '../../contract/wx/wx.ts'
import { isLibSince } from '../../wechat/lib-version.ts'
import { addTo, removeFrom } from '../context/listener-set.ts'

/** The listeners of one upload or download, in the order they were added. */
export interface TransferListeners<Progress> {
  readonly progress: Set<(result: Progress) => void>
  readonly headersReceived: Set<(result: TransferHeadersResult) => void>
}

/** The task that wx.uploadFile and wx.downloadFile return, with those of the five methods that the base library has. They work unbound. */
export function createTransferTask<Progress>(
  listeners: TransferListeners<Progress>,
  abort: () => void,
  lib: string,
): TransferTask<Progress> {
  const task: Partial<TransferTask<Progress>> = {}
  if (isLibSince(lib, '1.4.0')) {
    task.abort = () => abort()
    task.onProgressUpdate = addTo(listeners.progress)
  }
  if (isLibSince(lib, '2.1.0')) {
    task.offProgressUpdate = removeFrom(listeners.progress)
    task.onHeadersReceived = addTo(listeners.headersReceived)
    task.offHeadersReceived = removeFrom(listeners.headersReceived)
  }
  return task as TransferTask<Progress>
}
