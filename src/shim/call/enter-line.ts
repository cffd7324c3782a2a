import type { DomainCheck } from '../../contract/event/domain-check.ts'
import { checkDomain, hostOf } from '../../wechat/check-domain.ts'
import { reportRefusal } from '../context/tool-console.ts'
import type { CallFrame } from './call-frame.ts'
import type { RunningCall } from './live-call.ts'

/** A call that may be made: it has a slot, or a place in the line. */
export interface Entry {
  /** When it was put in line; absent when it did not have to wait. */
  readonly queued?: number
  /** Resolves when it is its turn; absent when that is now. */
  readonly turn?: Promise<void>
}

/** Asks whether this host may be called, and anything at all now (BG-1), and takes a place in the one line of all transfers (LIM-1, LIM-9). `undefined` when the call has ended. */
export function enterQueue(frame: CallFrame, url: string): Entry | undefined {
  const { call, context } = frame
  if (call.over || refuses(frame, url, (check) => call.emit({ type: 'checked', check }))) return undefined
  const interruption = context.interruption()
  if (interruption) call.stop(interruption)
  if (call.over) return undefined
  const ticket = context.slots.enter()
  call.holdSlot(ticket)
  if (ticket.ahead === undefined || ticket.taken === undefined) return {}
  return { queued: call.emit({ type: 'queued', ahead: ticket.ahead }), turn: ticket.taken }
}

/** It is the turn of this call. The moment, or `undefined` when it has ended. */
export function startCall({ call, context: { clock } }: CallFrame, timeout: number): number | undefined {
  if (call.over) return undefined
  const started = call.emit({ type: 'started' })
  if (call.over) return undefined
  // The timeout begins here: nobody says that it counts the time in line (LIM-10).
  void clock.sleep(timeout, call.ended).then(() => call.stop({ kind: 'timed-out', after: timeout }))
  return started
}

/** Whether the domain list stops the call at this address. Where it only reports, it stops nothing. */
export function refuses(frame: CallFrame<RunningCall>, url: string, onCheck: (check: DomainCheck) => void): boolean {
  const { call, list, settings, context } = frame
  const check = checkDomain(list, url, settings)
  onCheck(check)
  if (check.verdict !== 'refused' || check.reported) return false
  reportRefusal(context.report, check, settings, context.clock)
  call.stop({ kind: 'refused-domain', host: hostOf(url) })
  return true
}
