import type { CallEnvironment } from '../contract/event/platform.ts'
import type { TaskApi } from '../contract/event/task-event.ts'
import { isLibSince } from './lib-version.ts'

type Given = { readonly [option: string]: unknown }

/** The base library from which on the results of each API have a profile (docs/wechat.md, section 2). */
const PROFILE_SINCE: Readonly<Partial<Record<TaskApi, string>>> = { request: '2.10.4', downloadFile: '2.10.4', uploadFile: '3.5.0' }

/** Whether a success of this call has a profile (PROF-3, PROF-6). */
export function givesProfile(api: TaskApi, { lib, platform }: CallEnvironment, given: Given): boolean {
  const since = PROFILE_SINCE[api]
  if (since === undefined || given['enableProfile'] === false) return false
  return platform !== 'devtools' && platform !== 'pc' && isLibSince(lib, since)
}

/** Android's own network module: on by default from 3.5.0, and not used where the call wants HttpDNS or asks to do without (REQ-8). */
export function isHighPerformance(environment: CallEnvironment, given: Given): boolean {
  const { lib, platform } = environment
  if (!platform.startsWith('android') || !isLibSince(lib, '3.3.3')) return false
  const asked = given['useHighPerformanceMode']
  return typeof asked === 'boolean' ? asked : isLibSince(lib, '3.5.0') && given['enableHttpDNS'] !== true
}
