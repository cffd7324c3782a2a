import { discardChunks } from '../../contract/discard-chunks.ts'
import { NO_BODY } from '../../contract/event/body-snapshot.ts'
import type { PendingFile } from '../../contract/file-store.ts'
import type { Answer } from '../../contract/transport.ts'
import type { DownloadProgressResult, DownloadTask } from '../../contract/wx/wx.ts'
import { type CallTimings, callProfile } from '../call/call-profile.ts'
import { enterQueue, startCall } from '../call/enter-line.ts'
import { failureReason } from '../call/failure-reason.ts'
import { answerHeader, emitHeaders, getAnswer } from '../call/get-answer.ts'
import { createGrowingSnapshot } from '../call/growing-snapshot.ts'
import { openCall } from '../call/open-call.ts'
import type { CallContext } from '../context/call-context.ts'
import { mostOfAFile } from '../options/snapshot-body.ts'
import { type DownloadPlan, readDownloadOptions } from './download-options.ts'
import { mediaType, suffixFor } from './media-types.ts'
import { createTransferProgress } from './transfer-progress.ts'
import { downloadProgressResult, downloadResult, transferHeadersResult } from './transfer-results.ts'
import { createTransferTask, type TransferListeners } from './transfer-task.ts'

/** LIM-6, in bytes. */
const LARGEST_FILE = 200 * 1024 * 1024

/** One call of wx.downloadFile, from start to end. The events are emitted in the order of these lines. */
export function downloadFile(option: unknown, context: CallContext): DownloadTask | undefined {
  const { files } = context
  const opened = openCall('downloadFile', option, context, readDownloadOptions, () => NO_BODY)
  if (!opened) return undefined
  const { created, frame, given, plan } = opened
  const { call, environment, settings } = frame
  const listeners: TransferListeners<DownloadProgressResult> = { progress: new Set(), headersReceived: new Set() }
  if (plan) void run(plan)
  return createTransferTask(listeners, () => call.stop({ kind: 'aborted', by: 'app' }), environment.lib)

  async function run(plan: DownloadPlan): Promise<void> {
    let file: PendingFile | undefined
    try {
      // The domain check, and the queue.
      const entry = enterQueue(frame, plan.url)
      if (!entry) return
      if (entry.turn) await entry.turn
      const started = startCall(frame, plan.timeout)
      if (started === undefined) return
      // DOWN-8: a path that cannot be written to fails before anything is sent.
      if (plan.filePath !== undefined) file = await files.writeTo(plan.filePath)
      if (call.over) return

      // A transport takes the call and answers.
      const { filePath, header, method, url } = plan
      const reply = await getAnswer(frame, {
        through: context.transport,
        outgoing: { taskId: call.taskId, api: 'downloadFile', method, url, header, body: undefined, redirect: 'follow' },
        started,
      })
      if (!reply) return
      const { timing } = reply
      let { answer } = reply
      const headersReceived = emitHeaders(frame, reply, listeners.headersReceived, () => transferHeadersResult(reply.answer))
      if (headersReceived === undefined) return

      // The body is written to the file as it arrives, whatever the status (DOWN-3); its beginning is recorded.
      const expected = expectedSize(answer)
      if (expected !== undefined && expected > LARGEST_FILE) {
        discardChunks(answer.chunks)
        return call.stop({ kind: 'file-too-large', limit: LARGEST_FILE })
      }
      const type = answerHeader(answer, 'content-type')
      file ??= files.beginTemp(suffixFor(type, url), environment.platform)
      const progress = createTransferProgress(frame, 'received', listeners.progress, downloadProgressResult)
      const snapshot = createGrowingSnapshot(mostOfAFile(context.mostKept(settings)))
      const rest = context.rest.begin()
      for await (const piece of answer.chunks) {
        if (call.over) return
        snapshot.add(piece)
        if (file.size + piece.byteLength > LARGEST_FILE) return call.stop({ kind: 'file-too-large', limit: LARGEST_FILE })
        file.write(piece)
        progress.update(file.size, expected)
        if (call.over) return
        await rest()
      }
      if (call.over) return
      const { size } = file
      progress.finish(size)
      if (call.over) return

      // The end has a task of its own: the file gets its path, and the callbacks are called. Until then the call can be aborted; after an
      // abort there is no file (DOWN-9).
      await file.seal()
      await context.clock.nextTask?.()
      if (call.over) return
      if (context.gates) ({ answer } = await context.gates.end(call, { answer }))
      if (call.over) return
      const measured = answer.measuredTiming?.()
      const whole = file
      const path = await call.commit(() => whole.finish())
      const saved = { path: filePath ?? path, size, type: mediaType(type), chosen: filePath !== undefined }
      const moments = { created, queued: entry.queued, started, headersReceived }
      const timings: CallTimings = { api: 'downloadFile', given, url, timing, measured, ...moments, sent: 0, received: size }
      call.succeed(
        { type: 'succeeded', body: snapshot.end(size), dataForm: 'file', file: saved, ...(measured && { timing: measured }) },
        (ended) => downloadResult(answer, saved, callProfile(frame, timings, ended)),
      )
    } catch (thrown) {
      call.stop(failureReason(thrown, environment))
    } finally {
      file?.discard()
    }
  }
}

/** The expected size of the file in bytes. The Content-Length of a compressed body does not tell the size of its content. */
function expectedSize(answer: Answer): number | undefined {
  if (answer.expectedSize !== undefined) return answer.expectedSize
  const length = answerHeader(answer, 'content-length')
  return /^\d+$/.test(length) && answerHeader(answer, 'content-encoding') === '' ? Number(length) : undefined
}
