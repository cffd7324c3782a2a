import type { Clock } from '../../src/contract/clock.ts'
import type { RequestFail, RequestSuccess, RequestTask, UploadTask } from '../../src/contract/wx/wx.ts'
import type { Call, Heard } from './observed-calls.ts'

/** The listeners that are added with a call. */
export interface AddedListeners {
  readonly onHeadersReceived: boolean
  readonly onProgressUpdate: boolean
  readonly onChunkReceived: boolean
}

/** Makes a call and writes down what comes back: in the call itself, and in what all of them are heard to say. */
export function makeCall(make: (option: object) => unknown, option: object, clock: Clock, heard: Heard, added: AddedListeners): Call {
  const callbacks: string[] = []
  const ran = (name: string) => {
    heard.events.push(name)
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
  addListeners(call.returned as (RequestTask & Partial<UploadTask>) | undefined, heard, added)
  return call
}

function addListeners(task: (RequestTask & Partial<UploadTask>) | undefined, heard: Heard, added: AddedListeners): void {
  if (added.onHeadersReceived)
    task?.onHeadersReceived((result) => {
      heard.events.push('headersReceived')
      heard.headersReceived.push({ ...result })
    })
  if (added.onProgressUpdate)
    task?.onProgressUpdate?.((result) => {
      heard.events.push('progressUpdate')
      heard.progress.push({ ...result })
    })
  if (added.onChunkReceived)
    task?.onChunkReceived(({ data }) => {
      heard.events.push('chunkReceived')
      heard.chunks.push(new Uint8Array(data))
    })
}
