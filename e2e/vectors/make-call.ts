import type { Clock } from '../../src/contract/clock.ts'
import type { RequestFail, RequestSuccess, RequestTask, UploadTask } from '../../src/contract/wx/wx.ts'
import type { Call, Received } from './observed-calls.ts'

/** The listeners that are added with a call. */
export interface AddedListeners {
  readonly onHeadersReceived: boolean
  readonly onProgressUpdate: boolean
  readonly onChunkReceived: boolean
}

/** Makes a call and writes down what comes back: in the call itself, and in what all of them are heard to say. */
export function makeCall(make: (option: object) => unknown, option: object, clock: Clock, received: Received, added: AddedListeners): Call {
  const callbacks: string[] = []
  const ran = (name: string) => {
    received.events.push(name)
    callbacks.push(name)
  }
  const call: { -readonly [Key in keyof Call]: Call[Key] } = { returned: undefined, calledAt: clock.now(), callbacks, sync: [] }
  call.returned = make({
    ...option,
    success: (result: RequestSuccess) => {
      ran('success')
      call.succeeded = result
    },
    fail: (result: RequestFail) => {
      ran('fail')
      call.failed = result
      call.endedAt = clock.now()
    },
    complete: (result: RequestSuccess | RequestFail) => {
      ran('complete')
      call.completed = result
      call.endedAt ??= clock.now()
    },
  })
  call.sync = [...callbacks]
  addListeners(call.returned as (RequestTask & Partial<UploadTask>) | undefined, received, added)
  return call
}

function addListeners(task: (RequestTask & Partial<UploadTask>) | undefined, received: Received, added: AddedListeners): void {
  if (added.onHeadersReceived)
    task?.onHeadersReceived((result) => {
      received.events.push('headersReceived')
      received.headersReceived.push({ ...result })
    })
  if (added.onProgressUpdate)
    task?.onProgressUpdate?.((result) => {
      received.events.push('progressUpdate')
      received.progress.push({ ...result })
    })
  if (added.onChunkReceived)
    task?.onChunkReceived(({ data }) => {
      received.events.push('chunkReceived')
      received.chunks.push(new Uint8Array(data))
    })
}
