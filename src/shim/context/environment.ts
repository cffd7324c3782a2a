import { createEmitter } from '../../contract/emitter.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import { applySettingsPatch } from '../../wechat/settings/parse-settings.ts'

/** The simulated phone around the calls: its settings, and whether the app is in front. */
export interface Environment {
  /** A new object after every change, the same one in between. */
  settings(): Settings
  /** Throws InspectorError `bad-settings` with a list of issues, and then nothing has changed. */
  configure(patch: SettingsPatch): void
  /** Whether the app is in the background. */
  appHidden(): boolean
  /** Sends it there or brings it back (BG-1). */
  setAppHidden(hidden: boolean): void
  /** Hears of each change. Returns how to stop. */
  subscribe(listener: () => void): () => void
}

/** An environment whose settings stand under a layer of somebody else. */
export interface OverlaidEnvironment extends Environment {
  /** Asks the overlay anew. */
  refresh(): void
}

/** An environment for one or several `wx`, to be steered from outside. A bad setting throws InspectorError `bad-settings`. */
export function createEnvironment(patch?: SettingsPatch): Environment
/** The same with a layer over what is configured. */
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
