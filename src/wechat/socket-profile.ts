import type { CallEnvironment } from '../contract/event/platform.ts'
import type { Timing } from '../contract/event/profile.ts'
import type { SocketProfile } from '../contract/wx/wx-socket.ts'
import { isLibSince } from './lib-version.ts'

/** What the profile of a socket is made of: moments in ms on the session clock. */
export interface SocketProfileInput {
  readonly environment: CallEnvironment
  readonly started: number
  readonly opened: number
  readonly timing: Timing
}

/** The `profile` that onOpen gets (PROF-5); `undefined` where WeChat gives none (PROF-6). */
export function socketProfileOf(
  { environment, started, opened, timing }: SocketProfileInput,
  startedAt: number,
): SocketProfile | undefined {
  const { lib, platform } = environment
  if (platform === 'devtools' || platform === 'pc' || !isLibSince(lib, '2.10.4')) return undefined
  const { marks, connection } = timing
  // Never before its forerunner, whoever measured it; what is not known took no time.
  const after = (least: number, at: number | undefined): number => Math.min(opened, Math.max(least, at ?? least))
  const fetchStart = after(started, marks.fetchStart)
  const domainLookUpStart = after(fetchStart, marks.domainLookUpStart)
  const domainLookUpEnd = after(domainLookUpStart, marks.domainLookUpEnd)
  const connectStart = after(domainLookUpEnd, marks.connectStart)
  const connectEnd = after(connectStart, marks.connectEnd)
  const epoch = (at: number): number => Math.round(startedAt + at)
  return {
    fetchStart: epoch(fetchStart),
    domainLookUpStart: epoch(domainLookUpStart),
    domainLookUpEnd: epoch(domainLookUpEnd),
    connectStart: epoch(connectStart),
    connectEnd: epoch(connectEnd),
    rtt: Math.round(connection?.rtt ?? 0),
    handshakeCost: Math.round(opened - connectEnd),
    cost: Math.round(opened - fetchStart),
  }
}
