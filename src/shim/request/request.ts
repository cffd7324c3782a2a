import { NO_BODY } from '../../contract/event/body-snapshot.ts'
import type { Outgoing } from '../../contract/transport.ts'
import type { RequestTask } from '../../contract/wx/wx.ts'
import { lookUpByHttpDns, PROXY_EXCEPTION } from '../../wechat/http-dns.ts'
import { type CallTimings, callProfile } from '../call/call-profile.ts'
import { enterQueue, startCall } from '../call/enter-line.ts'
import { httpDnsTiming } from '../call/extra-timing.ts'
import { failureReason, isTransportFailure } from '../call/failure-reason.ts'
import { answerHeader, emitHeaders, getAnswer } from '../call/get-answer.ts'
import { openCall } from '../call/open-call.ts'
import { passEnd, receiveBody } from '../call/receive-body.ts'
import { headersReceivedResult, successResult } from '../call/results.ts'
import type { CallContext } from '../context/call-context.ts'
import { decode } from '../options/decode.ts'
import { snapshotBody } from '../options/snapshot-body.ts'
import { type RequestPlan, readRequestOptions } from './request-options.ts'
import { createRequestTask, type TaskListeners } from './request-task.ts'

/** One call of wx.request, from start to end. The events are emitted in the order of these lines. */
export function request(option: unknown, context: CallContext): RequestTask | undefined {
  const { cache, environment, transport } = context
  const opened = openCall('request', option, context, readRequestOptions, ({ body }, mostKept) =>
    body ? snapshotBody(body.bytes, mostKept, body.text) : NO_BODY,
  )
  if (!opened) return undefined
  const { created, frame, given, plan } = opened
  const { call, settings, environment: callEnvironment } = frame
  const listeners: TaskListeners = { headersReceived: new Set(), chunkReceived: new Set() }
  if (plan) void run(plan)
  return createRequestTask(listeners, () => call.stop({ kind: 'aborted', by: 'app' }), callEnvironment.lib)

  async function run(plan: RequestPlan): Promise<void> {
    try {
      // The domain check, and the queue.
      const entry = enterQueue(frame, plan.url)
      if (!entry) return
      if (entry.turn) await entry.turn
      const started = startCall(frame, plan.timeout)
      if (started === undefined) return

      // Networks that may not be available.
      if (plan.forceCellular && !settings.conditions.online) return call.stop({ kind: 'no-cellular' })
      const httpDns = lookUp(plan)
      if (httpDns?.outcome === 'failed') return call.stop({ kind: 'http-dns', detail: httpDns.detail })
      if (call.over) return

      // A transport takes the call and answers.
      const reply = await getAnswer(frame, {
        through: plan.cache ? cache : transport,
        outgoing: { taskId: call.taskId, api: 'request', ...wireOf(plan) },
        started,
        timing: httpDns?.outcome === 'used' ? httpDnsTiming(started) : undefined,
      })
      if (!reply) return
      const { timing } = reply

      // The headers, then the body.
      const headersReceived = emitHeaders(frame, reply, listeners.headersReceived, () =>
        headersReceivedResult(reply.answer, callEnvironment),
      )
      if (headersReceived === undefined) return
      const received = await receiveBody(frame, reply.answer, plan.chunked ? listeners.chunkReceived : undefined)
      if (!received) return

      // The end has a task of its own, so that the page can paint between two calls: decode the body and call the callbacks.
      await context.clock.nextTask?.()
      if (call.over) return
      const { size } = received
      const { answer, bytes } = await passEnd(frame, reply.answer, received.bytes, !plan.chunked)
      if (call.over) return
      const measured = answer.measuredTiming?.()
      const mostKept = context.mostKept(settings)
      const decoded = plan.chunked
        ? { data: '', dataForm: 'empty' as const, body: snapshotBody(bytes, mostKept, undefined, size) }
        : decode(bytes, plan.decodeAs, answerHeader(answer, 'content-type'), mostKept)
      if (decoded === undefined) return call.stop({ kind: 'not-utf8' })
      const { body, data, dataForm } = decoded
      const moments = { created, queued: entry.queued, started, headersReceived }
      const sizes = { sent: plan.body?.bytes.byteLength ?? 0, received: size }
      const timings: CallTimings = { api: 'request', given, url: plan.url, timing, measured, ...moments, ...sizes }
      call.succeed({ type: 'succeeded', body, dataForm, ...(measured && { timing: measured }), ...call.layer }, (ended) =>
        successResult(answer, data, callProfile(frame, timings, ended), call.layer, callEnvironment.lib),
      )
    } catch (thrown) {
      // HTTPDNS-3.
      if (call.layer.useHttpDNS && isTransportFailure(thrown) && thrown.failure === 'ERR_PROXY_CONNECTION_FAILED') {
        call.layer.useHttpDNS = false
        call.layer.exception = PROXY_EXCEPTION
      }
      call.stop(failureReason(thrown, callEnvironment))
    }
  }

  function lookUp({ httpDns: wish }: RequestPlan): ReturnType<typeof lookUpByHttpDns> | undefined {
    if (!wish) return undefined
    const now = environment.settings()
    const result = lookUpByHttpDns(wish, now)
    call.layer.useHttpDNS = result.outcome === 'used'
    if (result.outcome === 'used') environment.configure({ httpdnsQuota: now.httpdnsQuota - 1 })
    else if (result.exception) call.layer.exception = result.exception
    return result
  }
}

function wireOf({ method, url, header, body, redirect, http2 }: RequestPlan): Omit<Outgoing, 'taskId' | 'api'> {
  return { method, url, header, body: body?.bytes, redirect, ...(http2 && { protocol: 'h2' as const }) }
}
