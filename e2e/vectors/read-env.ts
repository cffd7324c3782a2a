import type { SettingsPatch } from '../../src/contract/settings-patch.ts'

/** Contents of files by their paths. */
export type GivenFiles = Readonly<Record<string, string | { readonly $hex?: string; readonly $arraybuffer?: string }>>

/** A vector's `env` as settings. An entry that is no setting is refused when they are taken. */
export function readEnv(env: Readonly<Record<string, unknown>>): {
  readonly settings: SettingsPatch
  readonly files: GivenFiles | undefined
} {
  const { files, lib, platform, ...rest } = env as { files?: GivenFiles; lib?: string; platform?: string }
  const settings = Object.fromEntries(Object.entries(rest).map(([name, value]) => [OTHER_NAMES[name] ?? name, value]))
  return {
    settings: {
      ...settings,
      ...(platform !== undefined && { platform: (CLIENTS[platform] ?? platform) as NonNullable<SettingsPatch['platform']> }),
      ...(lib !== undefined && { lib: threeNumbers(lib) }),
    },
    files,
  }
}

/** Settings by the files that hold them in a project, and by the words that WeChat has for them elsewhere. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  'project.config.json': 'projectConfig',
  'project.private.config.json': 'projectPrivateConfig',
  'app.json': 'appJson',
  privateConfig: 'projectPrivateConfig',
  debug: 'enableDebug',
  setEnableDebug: 'enableDebug',
  vConsole: 'enableDebug',
}

/** What `wx.getSystemInfoSync().platform` says on a PC, and what everybody calls the tool. */
const CLIENTS: Readonly<Record<string, string>> = { windows: 'pc', mac: 'pc', tool: 'devtools' }

/** Changelogs write `1.6` for 1.6.0. */
function threeNumbers(lib: string): string {
  return [...lib.split('.'), '0', '0'].slice(0, 3).join('.')
}
