import { LONGEST_TIMEOUT } from '../../contract/clock.ts'
import type { Settings, TimedApi } from '../../contract/settings.ts'
import { isLibSince } from '../../wechat/lib-version.ts'

const DEFAULT_TIMEOUT = 60_000

/** ms. LIM-4: that of the call, else that of app.json, else 60 s. A value that no timer supports is ignored. */
export function timeoutOf(api: TimedApi, given: unknown, { networkTimeout, platform, lib }: Settings): number {
  const timeout =
    [given, networkTimeout[api]].find((ms): ms is number => typeof ms === 'number' && ms > 0 && ms <= LONGEST_TIMEOUT) ?? DEFAULT_TIMEOUT
  // LIM-5.
  return platform === 'ios' && !isLibSince(lib, '2.14.0') ? Math.min(timeout, DEFAULT_TIMEOUT) : timeout
}
