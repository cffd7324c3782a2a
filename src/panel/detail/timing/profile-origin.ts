import type { ConnectionFacts, TimingField, TimingMark } from '../../../contract/event/profile.ts'
import type { RequestProfile } from '../../../contract/wx/wx.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { isHighPerformance } from '../../../wechat/gives-profile.ts'
import { FILLER } from '../../../wechat/profile-of.ts'

/** Where a value of `res.profile` comes from. */
export type FieldOrigin = 'measured' | 'simulated' | 'derived' | 'filler' | 'none'

type Field = keyof RequestProfile

/** Fields that no transport tells but that are worked out from what it told. */
const WORKED_OUT: Partial<Record<Field, readonly TimingField[]>> = {
  estimate_nettype: ['rtt', 'requestEnd', 'responseStart'],
  httpRttEstimate: ['requestEnd', 'responseStart'],
  transportRttEstimate: ['rtt'],
  downstreamThroughputKbpsEstimate: ['requestStart', 'responseEnd'],
  throughputKbps: ['requestStart', 'responseEnd'],
}

/** Known from our own events, whatever the transport says. */
const OURS: readonly Field[] = ['invokeStart', 'queueStart', 'queueEnd', 'sendBytesCount', 'receivedBytedCount', 'usingHighPerformanceMode']

/** Says how a field of the profile of a finished call came to its value; `none` where it does not apply and is 0. */
export function originOf(field: Field, value: unknown, snapshot: TaskSnapshot): FieldOrigin {
  if (isHighPerformance(snapshot.environment, snapshot.given) && field in FILLER) return 'filler'
  if (OURS.includes(field)) return 'measured'
  if (value === 0 && /^(redirect|SSL)/.test(field)) return 'none'
  const basis = WORKED_OUT[field] ?? [field as TimingField]
  const { marks, connection, simulated } = snapshot.timing
  if (basis.some((part) => simulated.includes(part))) return 'simulated'
  const known = basis.every((part) => marks[part as TimingMark] !== undefined || connection?.[part as keyof ConnectionFacts] !== undefined)
  // The first and the last byte are seen by the shim too, when the transport is silent.
  return known || field === 'responseStart' || field === 'responseEnd' ? 'measured' : 'derived'
}
