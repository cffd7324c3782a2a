import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import type { SentForm } from '../../contract/event/task-event.ts'
import type { UploadProgressResult, UploadTask } from '../../contract/wx/wx.ts'
import { type CallTimings, callProfile } from '../call/call-profile.ts'
import { enterQueue, startCall } from '../call/enter-line.ts'
import { failureReason } from '../call/failure-reason.ts'
import { answerHeader, emitHeaders, getAnswer } from '../call/get-answer.ts'
import { createGrowingSnapshot } from '../call/growing-snapshot.ts'
import { openCall } from '../call/open-call.ts'
import { passEnd, receiveBody } from '../call/receive-body.ts'
import type { CallContext } from '../context/call-context.ts'
import { decode } from '../options/decode.ts'
import { mostOfAFile, snapshotBody } from '../options/snapshot-body.ts'
import { typeOfName } from './media-types.ts'
import { packForm } from './multipart-form.ts'
import { createTransferProgress } from './transfer-progress.ts'
import { transferHeadersResult, uploadProgressResult, uploadResult } from './transfer-results.ts'
import { createTransferTask, type TransferListeners } from './transfer-task.ts'
import { readUploadOptions, type UploadPlan } from './upload-options.ts'

/** One call of wx.uploadFile, from start to end. The events are emitted in the order of these lines. */
export function uploadFile(option: unknown, context: CallContext): UploadTask | undefined {
  const opened = openCall('uploadFile', option, context, readUploadOptions, () => UNREAD)
  if (!opened) return undefined
  const { created, frame, given, plan } = opened
  const { call, environment, settings } = frame
  const mostKept = context.mostKept(settings)
  const listeners: TransferListeners<UploadProgressResult> = { progress: new Set(), headersReceived: new Set() }
  if (plan) void run(plan)
  return createTransferTask(listeners, () => call.stop({ kind: 'aborted', by: 'app' }), environment.lib)

  async function run(plan: UploadPlan): Promise<void> {
    try {
      // The domain check, and the queue. A call whose file is missing fails without waiting for a slot.
      const entry = enterQueue(frame, plan.url)
      if (!entry) return
      const packing = pack(plan)
      if (entry.turn) await entry.turn
      const started = startCall(frame, plan.timeout)
      if (started === undefined) return

      // The file is read and the body built.
      const packed = await packing
      if (!packed || call.over) return
      const { body, form } = packed
      const { size } = body
      call.emit({ type: 'packed', form, size })
      if (call.over) return

      // A transport takes the call, the body is sent, and the response arrives.
      const progress = createTransferProgress(frame, 'sent', listeners.progress, uploadProgressResult)
      const { header, method, url } = plan
      const reply = await getAnswer(frame, {
        through: context.transport,
        outgoing: { taskId: call.taskId, api: 'uploadFile', method, url, header, body, form, redirect: 'follow' },
        started,
        onSent: (loaded) => (loaded < size ? progress.update(loaded, size) : progress.finish(size)),
      })
      if (!reply) return
      const { timing } = reply
      // Not every transport reports progress; but a server that responds has read the body.
      progress.finish(size)
      if (call.over) return

      // The headers, then the body.
      const headersReceived = emitHeaders(frame, reply, listeners.headersReceived, () => transferHeadersResult(reply.answer))
      if (headersReceived === undefined) return
      const received = await receiveBody(frame, reply.answer)
      if (!received) return

      // The end has a task of its own: the body becomes text (UP-3), and the callbacks are called.
      await context.clock.nextTask?.()
      if (call.over) return
      const { answer, bytes } = await passEnd(frame, reply.answer, received.bytes)
      if (call.over) return
      const measured = answer.measuredTiming?.()
      const decoded = decode(bytes, { json: false, arraybuffer: false }, answerHeader(answer, 'content-type'), mostKept)
      const data = decoded ? String(decoded.data) : new TextDecoder().decode(bytes)
      const snapshot = decoded?.body ?? snapshotBody(bytes, mostKept)
      const moments = { created, queued: entry.queued, started, headersReceived }
      const sizes = { sent: size, received: received.size }
      const timings: CallTimings = { api: 'uploadFile', given, url, timing, measured, ...moments, ...sizes }
      call.succeed(
        { type: 'succeeded', body: snapshot, dataForm: data === '' ? 'empty' : 'text', ...(measured && { timing: measured }) },
        (ended) => uploadResult(answer, data, callProfile(frame, timings, ended)),
      )
    } catch (thrown) {
      call.stop(failureReason(thrown, environment))
    }
  }

  /** Never rejects: a missing file ends the call (UP-2). */
  async function pack({ boundary, fields, filePath, name: field }: UploadPlan): Promise<{ body: Blob; form: SentForm } | undefined> {
    try {
      const file = await context.files.read(filePath)
      if (!file) return void call.stop({ kind: 'no-file', path: filePath })
      const name = filePath.slice(filePath.lastIndexOf('/') + 1)
      const type = file.type || typeOfName(name)
      const most = mostOfAFile(mostKept)
      const snapshot = createGrowingSnapshot(most)
      for (let at = 0; at < Math.min(most, file.size); at += PIECE) {
        snapshot.add(new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer()))
      }
      return {
        body: packForm(fields, { field, name, type, bytes: file }, boundary),
        form: {
          fields,
          file: { field, path: filePath, name, type, size: file.size, body: snapshot.end(file.size) },
        },
      }
    } catch {
      return void call.stop({ kind: 'no-file', path: filePath })
    }
  }
}

/** Bytes of a file that are read at once. */
const PIECE = 1024 * 1024

/** The recorded body before its file is read. */
const UNREAD: BodySnapshot = { kind: 'omitted', size: 0, why: 'not-read' }
