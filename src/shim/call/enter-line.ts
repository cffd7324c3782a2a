import type { DomainCheck } from '../../contract/event/domain-check.ts'
import { checkDomain, hostOf } from '../../wechat/check-domain.ts'
import { reportRefusal } from '../context/tool-console.ts'
import type { CallFrame } from './call-frame.ts'
import type { RunningCall } from './live-call.ts'

/** A call that may be made: it has a slot, or waits for one. */
export interface Entry {
  /** When it was queued, in ms on the session clock. Absent if it did not have to wait. */
  readonly queued?: number
  /** Resolves when it gets a slot. Absent if it has one. */
  readonly turn?: Promise<void>
}

/**
 * Checks the domain and whether calls can be made at all now (BG-1), then enters the queue that all transfers share (LIM-1, LIM-9).
 * `undefined` if the call has ended.
 */
export function enterQueue(frame: CallFrame, url: string): Entry | undefined {
  const { call, context } = frame
  if (call.over || refuses(frame, url, (check) => call.emit({ type: 'checked', check }))) return undefined
  const interruption = context.interruption()
  if (interruption) call.stop(interruption)
  if (call.over) return undefined
  const ticket = context.slots.enter()
  call.hold(ticket.leave)
  if (ticket.ahead === undefined || ticket.taken === undefined) return {}
  return { queued: call.emit({ type: 'queued', ahead: ticket.ahead }), turn: ticket.taken }
}

/** Starts a call that has its slot. Returns when, in ms on the session clock, or `undefined` if the call has ended. */
export function startCall({ call, context: { deadlines } }: CallFrame, timeout: number): number | undefined {
  if (call.over) return undefined
  const started = call.emit({ type: 'started' })
  if (call.over) return undefined
  // The timeout starts here: no source says that it includes the time in the queue (LIM-10).
  call.hold(deadlines.begin(timeout, () => call.stop({ kind: 'timed-out', after: timeout }), call.taskId))
  return started
}

/** Whether the domain check ends the call at this URL. With `domainCheck: 'report'` it never does. */
export function refuses(frame: CallFrame<RunningCall>, url: string, onCheck: (check: DomainCheck) => void): boolean {
  const { call, list, settings, context } = frame
  const check = checkDomain(list, url, settings)
  onCheck(check)
  if (check.verdict !== 'refused' || check.reported) return false
  reportRefusal(context.report, check, settings, context.clock)
  call.stop({ kind: 'refused-domain', host: hostOf(url) })
  return true
}
