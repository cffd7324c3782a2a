import { DOMAIN_LISTS } from '../../contract/event/domain-check.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import type { Choices } from './choice-store.ts'

const KEYS_OF: Readonly<Record<string, readonly string[]>> = {
  domains: DOMAIN_LISTS,
  networkTimeout: ['request', 'connectSocket', 'uploadFile', 'downloadFile'],
  capture: Object.keys(DEFAULT_SETTINGS.capture),
  hold: Object.keys(DEFAULT_SETTINGS.hold),
}

/**
 * What of the settings a person can choose by itself. `conditions` is one of them, since a preset sets all of its numbers, but for the seed.
 * HttpDNS look-ups that are left are used up by calls: they are a count and no choice.
 */
export const SETTING_PATHS: readonly string[] = Object.keys(DEFAULT_SETTINGS)
  .filter((key) => key !== 'httpdnsQuota')
  .flatMap((key) => (key === 'conditions' ? ['conditions', 'conditions.seed'] : (KEYS_OF[key]?.map((inner) => `${key}.${inner}`) ?? [key])))

/** What the settings hold at a path. */
export function settingAt(settings: Settings, path: string): unknown {
  if (path === 'conditions') {
    const { seed: _, ...conditions } = settings.conditions
    return conditions
  }
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], settings)
}

/** Whether a patch names the setting at a path, whatever it says of it. */
export function namesSetting(patch: SettingsPatch, path: string): boolean {
  if (path === 'conditions') return Object.keys(patch.conditions ?? {}).some((key) => key !== 'seed')
  return settingAt(patch as Settings, path) !== undefined
}

/** The choices as one patch. */
export function patchOf(choices: Choices): SettingsPatch {
  const patch: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(choices)) {
    const [key = '', inner] = path.split('.')
    if (inner !== undefined) patch[key] = { ...(patch[key] as object | undefined), [inner]: value }
    else if (key === 'conditions') patch[key] = { ...(value as object), ...(patch[key] as object | undefined) }
    else patch[key] = value
  }
  return patch
}
