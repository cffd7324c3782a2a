import { mergeTiming } from '../../contract/event/merge-timing.ts'
import type { Timing } from '../../contract/event/profile.ts'
import type { RequestProfile } from '../../contract/wx/wx.ts'
import { type ProfileInput, profileOf } from '../../wechat/profile-of.ts'
import type { SentApi } from '../options/known-options.ts'
import type { CallFrame } from './call-frame.ts'

/** What is known of a call when its response is complete. */
export interface CallTimings {
  readonly api: SentApi
  readonly given: ProfileInput['given']
  readonly url: string
  /** The following are ms on the session clock. */
  readonly created: number
  readonly queued: number | undefined
  readonly started: number
  readonly headersReceived: number
  readonly timing: Timing | undefined
  readonly measured: Timing | undefined
  /** The following are bytes of the bodies. */
  readonly sent: number
  readonly received: number
}

/** `res.profile` of a call that ended at `ended`; `undefined` if the app does not get one (PROF-3, PROF-6). */
export function callProfile(frame: CallFrame, timings: CallTimings, ended: number): RequestProfile | undefined {
  const { queued } = timings
  return profileOf(
    {
      api: timings.api,
      given: timings.given,
      environment: frame.environment,
      secure: /^https:/i.test(timings.url),
      sentBytes: timings.sent,
      receivedBytes: timings.received,
      created: timings.created,
      ...(queued !== undefined && { queued }),
      started: timings.started,
      timing: mergeTiming(timings.timing, timings.measured),
      headersReceived: timings.headersReceived,
      ended,
    },
    frame.context.clock.startedAt,
  )
}
