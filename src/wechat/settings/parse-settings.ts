import * as v from 'valibot'
import { DOMAIN_LISTS } from '../../contract/event/domain-check.ts'
import { InspectorError, type Issue } from '../../contract/inspector-error.ts'
import { CONDITIONS_PRESETS, type NetworkConditions } from '../../contract/mock/network-conditions.ts'
import type { Settings } from '../../contract/settings.ts'
import { issuesOf, type ParsedSettingsPatch, readDomainLines, SettingsPatchSchema } from './parse-settings-patch.ts'

/** Settings after a change: what the patch names, the rest as it was. Throws `bad-settings` with every fault, and then nothing has changed. */
export function applySettingsPatch(current: Settings, patch: unknown): Settings {
  const parsed = v.safeParse(SettingsPatchSchema, patch)
  const issues: Issue[] = parsed.success ? [] : issuesOf(parsed.issues)
  if (!parsed.success) throw badSettings(issues)

  const { domains, conditions, capture, hold, networkTimeout, projectConfig, projectPrivateConfig, appJson, ...plain } = parsed.output
  const nextDomains = { ...current.domains }
  for (const list of DOMAIN_LISTS) {
    const lines = domains?.[list]
    if (lines) nextDomains[list] = readDomainLines(list, lines, issues)
  }
  if (issues.length > 0) throw badSettings(issues)

  return {
    ...current,
    ...projectPart(projectConfig),
    ...projectPart(projectPrivateConfig),
    ...plain,
    domains: domains ? nextDomains : current.domains,
    networkTimeout:
      appJson || networkTimeout ? { ...current.networkTimeout, ...timeoutsOf(appJson), ...networkTimeout } : current.networkTimeout,
    conditions: conditions ? applyConditions(current.conditions, conditions) : current.conditions,
    hold: hold ? { ...current.hold, ...hold } : current.hold,
    capture: capture ? { ...current.capture, ...capture } : current.capture,
  }
}

function badSettings(issues: readonly Issue[]): InspectorError {
  const faults = issues.length === 1 ? '1 fault' : `${issues.length} faults`
  return new InspectorError('bad-settings', `The settings have ${faults}; nothing was changed.`, { issues })
}

function projectPart(project: ParsedSettingsPatch['projectConfig']): Partial<Settings> {
  const { appid, setting } = project ?? {}
  return {
    // The tool writes this name for a project without an appid; there is nothing to take from it.
    ...(appid !== undefined && appid !== 'touristappid' && { appid }),
    ...(setting?.urlCheck !== undefined && { urlCheck: setting.urlCheck }),
  }
}

/** `app.json` may hold keys that newer versions know; only the four are taken. */
function timeoutsOf(appJson: ParsedSettingsPatch['appJson']): Settings['networkTimeout'] {
  const { request, connectSocket, uploadFile, downloadFile } = appJson?.networkTimeout ?? {}
  return {
    ...(request !== undefined && { request }),
    ...(connectSocket !== undefined && { connectSocket }),
    ...(uploadFile !== undefined && { uploadFile }),
    ...(downloadFile !== undefined && { downloadFile }),
  }
}

function applyConditions(current: NetworkConditions, patch: NonNullable<ParsedSettingsPatch['conditions']>): NetworkConditions {
  const { preset, seed = current.seed, ...byHand } = patch
  if (preset === undefined || preset === 'custom') {
    const touched = preset === 'custom' || Object.keys(byHand).length > 0
    return { ...current, ...byHand, seed, preset: touched ? 'custom' : current.preset }
  }
  const numbers = { ...CONDITIONS_PRESETS[preset], ...byHand }
  // Settings that were read and are handed back whole keep the name of their preset.
  const same = (Object.keys(byHand) as (keyof typeof byHand)[]).every((key) => byHand[key] === CONDITIONS_PRESETS[preset][key])
  return { ...numbers, seed, preset: same ? preset : 'custom' }
}
