import { discardChunks } from '../../contract/discard-chunks.ts'
import type { DomainCheck } from '../../contract/event/domain-check.ts'
import { headerValue } from '../../contract/event/header-value.ts'
import { mergeTiming } from '../../contract/event/merge-timing.ts'
import type { Timing } from '../../contract/event/profile.ts'
import type { RedirectHop } from '../../contract/event/task-event.ts'
import type { Answer, Outgoing, Transport } from '../../contract/transport.ts'
import type { CallFrame } from './call-frame.ts'
import { refuses } from './enter-line.ts'
import { redirectTiming } from './extra-timing.ts'
import type { RunningCall } from './live-call.ts'
import { MOST_REDIRECTS, redirectedTo, redirectTarget } from './redirect.ts'

/** What a call is sent with. */
export interface Sending {
  readonly through: Transport
  readonly outgoing: Outgoing
  /** When it got its slot, in ms on the session clock. */
  readonly started: number
  /** Timing known before it is sent. */
  readonly timing?: Timing | undefined
  readonly onSent?: (loaded: number) => void
  /** Sends it to the real network instead of the page's own transport. */
  readonly carrier?: Transport
}

/** The final answer, and the redirects before it. */
export interface Reply {
  readonly answer: Answer
  readonly timing: Timing | undefined
  readonly redirects: readonly RedirectHop[]
  /** Redirect targets that a phone would have refused. */
  readonly refusedTargets: readonly DomainCheck[]
}

/**
 * Sends the call and resolves with its answer. Redirects are followed here, so that every target is checked (DOM-9). `undefined` if the
 * call has ended; rejects with what the transport throws.
 */
export async function getAnswer(frame: CallFrame<RunningCall>, sending: Sending): Promise<Reply | undefined> {
  const { call, context } = frame
  const { gates } = context
  const { through, started, onSent, carrier } = sending
  // Upload progress may arrive before the route is known; in the log the route comes first.
  let routed = false
  let early = 0
  const reportSent = (loaded: number) => {
    if (routed) onSent?.(loaded)
    else early = loaded
  }
  const job = { signal: call.unwanted, clock: context.clock, ...(onSent && { onSent: reportSent }), ...(carrier && { carrier }) }
  const redirects: RedirectHop[] = []
  const refusedTargets: DomainCheck[] = []
  const note = (check: DomainCheck) => {
    if (check.reported) refusedTargets.push(check)
  }
  let { outgoing, timing } = sending
  if (gates) {
    outgoing = await gates.send(call, outgoing)
    if (call.over) return undefined
  }
  for (;;) {
    const route = await through.send(outgoing, job)
    if (route === undefined) return void call.stop({ kind: 'network', name: 'ERR_FAILED', hint: 'no-rule' })
    if (call.over) return void route.answer.catch(() => {})
    timing = joinTiming(timing, route.timing)
    if (redirects.length === 0) {
      const { by, cached, ruleId, ruleName, unslowed, dropped = [] } = route
      call.emit({
        type: 'routed',
        by,
        ...(cached && { cached }),
        ...(unslowed && { unslowed }),
        ...(ruleId !== undefined && { ruleId }),
        ...(ruleName !== undefined && { ruleName }),
        ...(dropped.length > 0 && { dropped }),
        ...(timing && { timing }),
      })
      routed = true
      if (early > 0) onSent?.(early)
    }
    let answer = await route.answer
    if (call.over) return undefined
    const target = outgoing.redirect === 'manual' ? undefined : redirectTarget(answer, outgoing.url)
    if (target === undefined) {
      if (answer.finalUrl !== undefined && refuses(frame, answer.finalUrl, note)) return void discardChunks(answer.chunks)
      timing = joinTiming(joinTiming(timing, redirectTiming(sending.outgoing.url, started, redirects)), answer.timing)
      // What the browser carries for a framework reaches the app past us.
      if (gates && (!carrier || route.by !== 'fetch')) {
        // Nothing comes between a hold and its end.
        routed = false
        answer = await gates.answer(call, answer)
        if (call.over) return void discardChunks(answer.chunks)
      }
      return { answer, timing, redirects, refusedTargets }
    }
    discardChunks(answer.chunks)
    if (target === 'unsafe') return void call.stop({ kind: 'network', name: 'ERR_UNSAFE_REDIRECT' })
    if (redirects.length === MOST_REDIRECTS) return void call.stop({ kind: 'too-many-redirects', limit: MOST_REDIRECTS })
    if (refuses(frame, target, note)) return undefined
    redirects.push({ url: target, statusCode: answer.statusCode, at: context.clock.now() })
    outgoing = redirectedTo(target, answer.statusCode, outgoing)
  }
}

/**
 * Calls the listeners of the headers, then emits the event. Returns when, in ms on the session clock, or `undefined` if the call has
 * ended.
 */
export function emitHeaders<Result>(
  { call }: CallFrame<RunningCall>,
  { answer, timing, redirects, refusedTargets }: Reply,
  listeners: ReadonlySet<(result: Result) => void>,
  makeResult: () => Result,
): number | undefined {
  const { statusCode, header, cookies } = answer
  let received = 0
  call.withListeners(listeners, makeResult, (calls, at) => {
    received = at
    call.emit({
      type: 'headers-received',
      at,
      statusCode,
      header,
      cookies,
      ...(redirects.length > 0 && { redirects }),
      ...(refusedTargets.length > 0 && { refusedTargets }),
      ...(timing && { timing }),
      listeners: calls,
    })
  })
  if (!call.over) return received
  discardChunks(answer.chunks)
  return undefined
}

/** A response header in any letter case; '' if absent. */
export function answerHeader({ header }: Answer, name: string): string {
  return headerValue(header, name) ?? ''
}

/** `undefined` if nothing is known, so that events leave it out. */
function joinTiming(earlier: Timing | undefined, later: Timing | undefined): Timing | undefined {
  return earlier && later ? mergeTiming(earlier, later) : (later ?? earlier)
}
