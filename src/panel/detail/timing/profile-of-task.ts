import type { RequestProfile } from '../../../contract/wx/wx.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { profileOf } from '../../../wechat/profile-of.ts'

/** Why a task has no `res.profile`. */
export type NoProfile = 'running' | 'failed' | 'page' | 'framework' | 'off' | 'devtools' | 'pc' | 'unknown'

/** The `res.profile` that the program got, worked out anew from the same marks; or why it got none. */
export function profileOfTask(snapshot: TaskSnapshot, startedAt: number): RequestProfile | NoProfile {
  const { marks, environment, given, api, state } = snapshot
  if (api === 'page') return 'page'
  if (snapshot.framework) return 'framework'
  if (state === 'failed') return 'failed'
  if (state !== 'succeeded' || marks.ended === undefined) return 'running'
  if (given['enableProfile'] === false) return 'off'
  if (environment.platform === 'devtools' || environment.platform === 'pc') return environment.platform
  const { started = marks.created, headersReceived = marks.ended, created, ended } = marks
  const profile = profileOf(
    {
      api,
      given,
      environment,
      secure: snapshot.url.toLowerCase().startsWith('https:'),
      sentBytes: snapshot.sent?.body.size ?? 0,
      receivedBytes: snapshot.receivedBytes,
      created,
      ...(marks.queued !== undefined && { queued: marks.queued }),
      started,
      timing: snapshot.timing,
      headersReceived,
      ended,
    },
    startedAt,
  )
  return profile ?? 'unknown'
}
