import type { Stage } from './stage.ts'
import type { Step } from './vector.ts'

/** ms; longer than any timeout that a vector may name. */
export const LONGEST_RUN = 10 * 60_000

/** What a step does besides its call: the app goes and comes back, time passes, something is waited for. */
export async function passTime(step: Step, { clock, environment }: Stage, came: (event: string) => boolean): Promise<void> {
  const { appHide, appShow, waitMs, await: event } = step
  if (appHide !== undefined) environment.setAppHidden(appHide)
  if (appShow) environment.setAppHidden(false)
  if (waitMs !== undefined) await clock.runUntil(() => false, waitMs)
  if (event === undefined) return
  await clock.runUntil(() => came(event), LONGEST_RUN)
  if (!came(event)) throw new Error(`${event} did not come`)
}
