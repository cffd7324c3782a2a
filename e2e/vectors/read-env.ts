import type { SettingsPatch } from '../../src/contract/settings-patch.ts'

/** Contents of files by their paths. */
export type GivenFiles = Readonly<Record<string, string | { readonly $hex: string }>>

/** A vector's `env` as settings. An entry that is no setting is refused when they are taken. */
export function readEnv(env: Readonly<Record<string, unknown>>): {
  readonly settings: SettingsPatch
  readonly files: GivenFiles | undefined
} {
  const { files, lib, ...rest } = env as { files?: GivenFiles; lib?: string }
  const settings = Object.fromEntries(Object.entries(rest).map(([name, value]) => [BY_FILE[name] ?? name, value]))
  return { settings: { ...settings, ...(lib !== undefined && { lib: threeNumbers(lib) }) }, files }
}

/** The files of a project, by their names. */
const BY_FILE: Readonly<Record<string, string>> = {
  'project.config.json': 'projectConfig',
  'project.private.config.json': 'projectPrivateConfig',
  'app.json': 'appJson',
  debug: 'enableDebug',
}

/** Changelogs write `1.6` for 1.6.0. */
function threeNumbers(lib: string): string {
  return [...lib.split('.'), '0', '0'].slice(0, 3).join('.')
}
