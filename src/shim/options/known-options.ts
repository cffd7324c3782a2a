import type { DomainList } from '../../contract/event/domain-check.ts'
import type { Platform } from '../../contract/event/platform.ts'
import type { CallWarning, TaskApi } from '../../contract/event/task-event.ts'
import type { Settings } from '../../contract/settings.ts'
import { isLibSince } from '../../wechat/lib-version.ts'
import { OPTION_SINCE } from '../../wechat/option-since.ts'

/** The options object of a call. */
export type Options = Readonly<Record<string, unknown>>

/** The APIs that send HTTP requests. */
export type SentApi = Extract<TaskApi, DomainList>

const OPTION_VERSIONS = new Map(Object.entries(OPTION_SINCE).map(([api, since]) => [api, Object.entries(since)]))

/** REQ-22: options that are newer than the base library have no effect. */
export function knownOptions(
  option: Options,
  api: SentApi | 'connectSocket',
  { lib, platform }: Settings,
): { options: Options; warnings: CallWarning[] } {
  const tooNew = (OPTION_VERSIONS.get(api) ?? []).filter(
    ([name, since]) => option[name] !== undefined && !isLibSince(lib, sinceOn(platform, name, since)),
  )
  if (tooNew.length === 0) return { options: option, warnings: [] }
  const options = { ...option }
  for (const [name] of tooNew) delete options[name]
  return { options, warnings: ['option-newer-than-lib'] }
}

/** LIM-5: PC supports the timeout later than other platforms. */
function sinceOn(platform: Platform, name: string, since: string): string {
  return platform === 'pc' && name === 'timeout' ? '3.11.1' : since
}
