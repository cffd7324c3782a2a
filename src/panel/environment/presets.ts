import type { Platform } from '../../contract/event/platform.ts'
import type { ConditionsPreset } from '../../contract/mock/network-conditions.ts'

/** In the order in which they are offered. */
export const PRESETS: readonly ConditionsPreset[] = ['none', 'wifi', '5g', '4g', '3g', '2g', 'offline']
export const PLATFORMS: readonly Platform[] = ['android', 'android-remote-debug', 'ios', 'devtools', 'pc']

/** Paths of what has a control elsewhere: the domain lists and their check, rules and scenarios, Keep log. */
const ELSEWHERE = /^(?:domains\.|urlCheck$|domainCheck$|rules$|scenarios?$|capture\.persist$)/

/** Those of the chosen settings that the Environment view has a control for. */
export function chosenHere(chosen: readonly string[]): readonly string[] {
  return chosen.filter((path) => !ELSEWHERE.test(path))
}
