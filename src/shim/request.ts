import { NO_BODY } from '../contract/body-snapshot.ts'
import { mergeTiming } from '../contract/merge-timing.ts'
import type { Timing } from '../contract/profile.ts'
import { profileOf } from '../contract/profile-of.ts'
import type { RedirectHop, SentRequest } from '../contract/task-event.ts'
import type { Answer, Outgoing } from '../contract/transport.ts'
import type { RequestOption, RequestTask } from '../contract/wx.ts'
import { checkDomain, hostOf } from './check-domain.ts'
import { decode, joinChunks } from './decode.ts'
import { httpDnsTiming, redirectTiming } from './extra-timing.ts'
import { failureReason, isTransportFailure } from './failure-reason.ts'
import { givenSnapshot } from './given-snapshot.ts'
import { lookUpByHttpDns, PROXY_EXCEPTION } from './http-dns.ts'
import { createLiveCall, type Surroundings } from './live-call.ts'
import { type RequestPlan, readOptions } from './options.ts'
import { MOST_REDIRECTS, redirectedTo, redirectTarget } from './redirect.ts'
import { createRequestTask, type TaskListeners } from './request-task.ts'
import { headersReceivedResult, successResult } from './results.ts'
import { snapshotBody } from './snapshot-body.ts'
import { reportBadHeader, reportDropped, reportRefusal } from './tool-console.ts'

/** One call of wx.request from start to end, top to bottom. The order of its events is the order of these lines. */
export function request(option: unknown, surroundings: Surroundings): RequestTask | undefined {
  const { cache, clock, environment, live, report, slots, transport } = surroundings
  const settings = environment.settings()
  const callEnvironment = surroundings.callEnvironment(settings)
  const mostKept = surroundings.mostKept(settings)
  const given: Partial<RequestOption> = Object(option)
  const { success, fail, complete } = given
  const call = createLiveCall({ success, fail, complete }, callEnvironment, surroundings)
  const listeners: TaskListeners = { headersReceived: new Set(), chunkReceived: new Set() }

  // The call comes in; what is wrong with it stops it here.
  const reading = readOptions(option, settings)
  if ('plan' in reading) live.set(call.taskId, call.stop)
  const created = call.emit({
    type: 'created',
    api: 'request',
    environment: callEnvironment,
    given: givenSnapshot(given),
    ...('plan' in reading && planned(reading.plan, mostKept)),
  })
  if ('refusal' in reading) {
    const { reason, text, atOnce } = reading.refusal
    call.stop(reason, text, atOnce)
    if (atOnce) return undefined
  } else {
    const { dropped, warnings } = reading.plan
    if (dropped.length > 0) reportDropped(report, dropped)
    if (warnings.includes('header-not-object')) reportBadHeader(report)
    void run(reading.plan)
  }
  return createRequestTask(listeners, () => call.stop({ kind: 'aborted', by: 'app' }), callEnvironment.lib)

  async function run(plan: RequestPlan): Promise<void> {
    try {
      if (call.over) return

      // May this host be called, and may anything be called now (BG-1)?
      const check = checkDomain('request', plan.url, settings)
      call.emit({ type: 'checked', check })
      if (check.verdict === 'refused') {
        reportRefusal(report, check, settings, clock)
        return call.stop({ kind: 'refused-domain', host: hostOf(plan.url) })
      }
      if (environment.appHidden()) return call.stop({ kind: 'interrupted', when: 'called-hidden' })
      if (call.over) return

      // LIM-1: ten at once, the rest in line.
      const ticket = slots.enter()
      call.holdSlot(ticket)
      let queued: number | undefined
      if (ticket.ahead !== undefined) {
        queued = call.emit({ type: 'queued', ahead: ticket.ahead })
        await ticket.taken
        if (call.over) return
      }
      const started = call.emit({ type: 'started' })
      if (call.over) return
      // The timeout begins here: nobody says that it counts the time in line (LIM-10).
      void clock.sleep(plan.timeout, call.ended).then(() => call.stop({ kind: 'timed-out', after: plan.timeout }))

      // Ways to the network that may not be open.
      if (plan.forceCellular && !settings.conditions.online) return call.stop({ kind: 'no-cellular' })
      const httpDns = lookUp(plan)
      if (httpDns?.outcome === 'failed') return call.stop({ kind: 'http-dns', detail: httpDns.detail })
      if (call.over) return

      // Someone takes the call and answers. Redirects are followed here, so that every target is checked (DOM-9).
      let outgoing: Outgoing = { taskId: call.taskId, api: 'request', ...wireOf(plan) }
      let timing: Timing | undefined = httpDns?.outcome === 'used' ? httpDnsTiming(started) : undefined
      let answer: Answer
      const redirects: RedirectHop[] = []
      for (;;) {
        const route = await (plan.cache ? cache : transport).send(outgoing, { signal: call.unwanted, clock })
        if (route === undefined) return call.stop({ kind: 'network', name: 'ERR_FAILED', hint: 'no-rule' })
        if (call.over) return void route.answer.catch(() => {})
        timing = joinTiming(timing, route.timing)
        if (redirects.length === 0) {
          const { by, cached, ruleId, ruleName } = route
          call.emit({
            type: 'routed',
            by,
            ...(cached && { cached }),
            ...(ruleId !== undefined && { ruleId }),
            ...(ruleName !== undefined && { ruleName }),
            ...(timing && { timing }),
          })
        }
        answer = await route.answer
        if (call.over) return
        const target = plan.redirect === 'manual' ? undefined : redirectTarget(answer, outgoing.url)
        if (target === undefined) break
        discard(answer)
        if (target === 'unsafe') return call.stop({ kind: 'network', name: 'ERR_UNSAFE_REDIRECT' })
        if (redirects.length === MOST_REDIRECTS) return call.stop({ kind: 'too-many-redirects', limit: MOST_REDIRECTS })
        if (refuses(target)) return
        redirects.push({ url: target, statusCode: answer.statusCode, at: clock.now() })
        outgoing = redirectedTo(target, answer.statusCode, outgoing)
      }
      if (answer.finalUrl !== undefined && refuses(answer.finalUrl)) return discard(answer)

      // The head of the answer.
      let headersReceived = 0
      timing = joinTiming(joinTiming(timing, redirectTiming(plan.url, started, redirects)), answer.timing)
      call.withListeners(
        listeners.headersReceived,
        () => headersReceivedResult(answer, callEnvironment),
        (calls, at) => {
          const { statusCode, header, cookies } = answer
          headersReceived = at
          call.emit({
            type: 'headers-received',
            at,
            statusCode,
            header,
            cookies,
            ...(redirects.length > 0 && { redirects }),
            ...(timing && { timing }),
            listeners: calls,
          })
        },
      )
      if (call.over) return discard(answer)

      // The body, piece by piece.
      const pieces: Uint8Array[] = []
      let receivedBytes = 0
      for await (const piece of answer.chunks) {
        if (call.over) return
        const size = piece.byteLength
        if (size === 0) continue
        // A stream may run for hours: of a body that the app does not get whole, no more is held than a recording may hold.
        if (!plan.chunked || receivedBytes < mostKept) pieces.push(piece)
        receivedBytes += size
        call.withListeners(
          plan.chunked ? listeners.chunkReceived : NOBODY,
          () => ({ data: joinChunks([piece]).buffer }),
          (calls, at) =>
            call.emit({ type: 'chunk-received', at, size, ...(plan.chunked && { body: snapshotBody(piece, mostKept) }), listeners: calls }),
        )
        if (call.over) return
      }
      const late = answer.lateTiming && (await answer.lateTiming())
      if (call.over) return

      // The end: what the body becomes, and who is told.
      const bytes = joinChunks(pieces)
      const decoded = plan.chunked
        ? { data: '', dataForm: 'empty' as const, body: snapshotBody(bytes, mostKept, undefined, receivedBytes) }
        : decode(bytes, plan.decodeAs, contentTypeOf(answer), mostKept)
      if (decoded === undefined) return call.stop({ kind: 'not-utf8' })
      const { body, data, dataForm } = decoded
      call.succeed({ type: 'succeeded', body, dataForm, ...(late && { timing: late }), ...call.layer }, (ended) => {
        const profile = profileOf(
          {
            api: 'request',
            given: given as Record<string, unknown>,
            environment: callEnvironment,
            secure: /^https:/i.test(plan.url),
            sentBytes: plan.body?.bytes.byteLength ?? 0,
            receivedBytes,
            created,
            ...(queued !== undefined && { queued }),
            started,
            timing: mergeTiming(timing, late),
            headersReceived,
            ended,
          },
          clock.startedAt,
        )
        return successResult(answer, data, profile, call.layer, callEnvironment.lib)
      })
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

  function refuses(target: string): boolean {
    const check = checkDomain('request', target, settings)
    if (check.verdict !== 'refused') return false
    reportRefusal(report, check, settings, clock)
    call.stop({ kind: 'refused-domain', host: hostOf(target) })
    return true
  }
}

const NOBODY: ReadonlySet<never> = new Set<never>()

function planned(plan: RequestPlan, mostKept: number) {
  const { method, url, header, dropped, body, timeout, warnings } = plan
  const sent: SentRequest = { method, url, header, dropped, body: body ? snapshotBody(body.bytes, mostKept, body.text) : NO_BODY }
  return { sent, timeout, ...(warnings.length > 0 && { warnings }) }
}

function wireOf({ method, url, header, body, redirect }: RequestPlan): Omit<Outgoing, 'taskId' | 'api'> {
  return { method, url, header, body: body?.bytes, redirect }
}

/** `undefined` while nothing is known, so that events say nothing of it. */
function joinTiming(earlier: Timing | undefined, later: Timing | undefined): Timing | undefined {
  return earlier && later ? mergeTiming(earlier, later) : (later ?? earlier)
}

function contentTypeOf({ header }: Answer): string {
  return Object.entries(header).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
}

/** Lets the transport drop a body that nobody will read. */
function discard({ chunks }: Answer): void {
  chunks[Symbol.asyncIterator]()
    .return?.()
    .catch(() => {})
}
