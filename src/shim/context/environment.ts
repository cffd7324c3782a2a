import { createEmitter } from '../../contract/emitter.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import { applySettingsPatch } from '../../wechat/settings/parse-settings.ts'

/** The simulated phone: its settings, and whether the app is in the foreground. */
export interface Environment {
  /** A new object after each change, the same one in between. */
  settings(): Settings
  /** Merges a patch. Throws InspectorError `bad-settings` with a list of issues; then nothing has changed. */
  configure(patch: SettingsPatch): void
  /** Whether the app is in the background. */
  appHidden(): boolean
  /** Sends the app to the background or brings it back (BG-1). */
  setAppHidden(hidden: boolean): void
  /** Calls the listener after each change. Returns a function that unsubscribes it. */
  subscribe(listener: () => void): () => void
}

/** An environment whose settings are overlaid with another layer. */
export interface OverlaidEnvironment extends Environment {
  /** Recomputes the settings from the overlay. */
  refresh(): void
}

/**
 * Creates an environment for one or more `wx`. Default: the settings of an Android phone with the newest base library. Throws
 * InspectorError `bad-settings`.
 */
export function createEnvironment(patch?: SettingsPatch): Environment
/** The same with an overlay on what is configured. */
export function createEnvironment(patch: SettingsPatch | undefined, overlay: (configured: Settings) => Settings): OverlaidEnvironment
export function createEnvironment(
  patch: SettingsPatch = {},
  overlay: (configured: Settings) => Settings = (configured) => configured,
): OverlaidEnvironment {
  let configured = applySettingsPatch(DEFAULT_SETTINGS, patch)
  let settings = overlay(configured)
  let hidden = false
  const changed = createEmitter()
  return {
    settings: () => settings,
    configure(change) {
      configured = applySettingsPatch(configured, change)
      settings = overlay(configured)
      changed.emit()
    },
    appHidden: () => hidden,
    setAppHidden(next) {
      if (next === hidden) return
      hidden = next
      changed.emit()
    },
    subscribe: changed.subscribe,
    refresh() {
      settings = overlay(configured)
      changed.emit()
    },
  }
}
