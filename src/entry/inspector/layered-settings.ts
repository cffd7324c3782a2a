import type { Disposables } from '../../contract/disposables.ts'
import { createEmitter } from '../../contract/emitter.ts'
import { InspectorError, type Issue } from '../../contract/inspector-error.ts'
import type { MockRule } from '../../contract/mock/mock-rule.ts'
import type { Scenario } from '../../contract/mock/scenario.ts'
import type { Notice } from '../../contract/panel-source.ts'
import { parseRules } from '../../contract/parse/parse-rules.ts'
import { parseScenarios } from '../../contract/parse/parse-scenarios.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import { toJson } from '../../contract/to-json.ts'
import { applyScenario } from '../../mocks/apply-scenario.ts'
import { createEnvironment, type Environment } from '../../shim/context/environment.ts'
import { applySettingsPatch } from '../../wechat/settings/parse-settings.ts'
import { type ChoiceChanges, type ChoiceStorage, ChoiceStore, type Choices } from './choice-store.ts'
import { applyRuleChoices, compareRules, isChosen, type RuleChoices, underScenario, withoutChoice } from './rule-choices.ts'
import { namesSetting, patchOf, SETTING_PATHS, settingAt } from './setting-paths.ts'

const PREFIX = 'wx-request-inspector/choices/'

/** The paths that the rules and scenarios of a person are kept under, and the id of the scenario in use. */
const RULES = 'rules'
const SCENARIOS = 'scenarios'
const SCENARIO = 'scenario'

export interface LayeredSettingsOptions {
  readonly settings: SettingsPatch | undefined
  readonly rules: readonly MockRule[]
  readonly scenarios: readonly Scenario[]
  readonly storage: () => ChoiceStorage | undefined
  readonly onNotice: (notice: Notice) => void
  readonly disposables: Disposables
}

/**
 * Settings and rules in layers: the defaults, what the host set over them, the scenario in use, and what a person chose over that. Only what
 * a person chose is kept, for the host's appid; taking a choice back shows the layer beneath.
 */
export interface LayeredSettings {
  /** Its `configure` is the host's. */
  readonly environment: Environment
  rules(): readonly MockRule[]
  /** The rules without what a person changed: the host's with the picks of the scenario. */
  rulesAsCoded(): readonly MockRule[]
  /** The host's. Throws InspectorError `bad-rules`, and then nothing has changed. */
  setRules(rules: readonly MockRule[]): void
  scenarios(): readonly Scenario[]
  /** The scenarios without what a person changed: the host's. */
  scenariosAsCoded(): readonly Scenario[]
  /** The host's. Throws InspectorError `bad-rules`, and then nothing has changed. */
  setScenarios(scenarios: readonly Scenario[]): void
  /** The person's. Throws as `setScenarios` does. */
  chooseScenarios(scenarios: readonly Scenario[]): void
  /** The one in use. */
  scenario(): Scenario | undefined
  /** False when there is no such scenario; without `id` always true. */
  chooseScenario(id: string | undefined): boolean
  /** The person's. Throws InspectorError `bad-settings`, and then nothing has changed. */
  choose(patch: SettingsPatch): void
  /** The person's. Throws as `setRules` does. */
  chooseRules(rules: readonly MockRule[]): void
  /** Takes choices of settings back: all, or what is at a path or beneath it. Throws InspectorError `bad-option` for a path that is none. */
  reset(path?: string): void
  /** Takes choices of rules back: all, or what was made of one. False when nothing was made of it. */
  resetRules(ruleId?: string): boolean
  /** Paths of what a person chose; `rules`, `scenarios` and `scenario` stand for these. The same array until it changes. */
  chosen(): readonly string[]
  /** Called when the rules have changed; settings are told by the environment. */
  subscribeRules(listener: () => void): () => void
}

export function createLayeredSettings({ onNotice, disposables, ...options }: LayeredSettingsOptions): LayeredSettings {
  const store = new ChoiceStore(options.storage, PREFIX)
  const rulesChanged = createEmitter()
  let hostRules = parseRules(options.rules)
  let hostScenarios = soundScenarios(options.scenarios)
  let scenarios = hostScenarios
  let scenario: Scenario | undefined
  let coded = hostRules
  /** What `coded` was made of. */
  let codedOf: { readonly hostRules: readonly MockRule[]; readonly scenario: Scenario | undefined } = { hostRules, scenario: undefined }
  let owner: string | undefined
  let host: Settings
  let choices: Choices = {}
  let chosen: readonly string[] = []
  let rules = hostRules

  const reportFailure = (cause: unknown) => {
    const invalid = cause instanceof SyntaxError || cause instanceof InspectorError
    onNotice(invalid ? { code: 'saved-settings-invalid', detail: cause.message } : { code: 'storage-blocked' })
  }
  const guard = <Value>(run: () => Value, otherwise: Value): Value => {
    try {
      return run()
    } catch (cause) {
      reportFailure(cause)
      return otherwise
    }
  }
  /** Only what still fits: one setting that a newer version would refuse takes no other with it. */
  const soundOf = (settings: Settings, read: Choices): Choices =>
    Object.fromEntries(
      Object.entries(read).flatMap(([path, value]) => {
        const sound = guard(() => {
          if (path === RULES) return soundRules(hostRules, value as RuleChoices)
          if (path === SCENARIOS) return soundScenarios(value)
          if (path === SCENARIO) return typeof value === 'string' ? value : undefined
          if (!SETTING_PATHS.includes(path)) throw new SyntaxError(`${path} is no setting`)
          applySettingsPatch(settings, patchOf({ [path]: value }))
          return value
        }, undefined)
        return sound === undefined ? [] : [[path, sound]]
      }),
    )
  const layRules = () => {
    const own = choices[RULES] as RuleChoices | undefined
    if (codedOf.hostRules !== hostRules || !isSame(codedOf.scenario, scenario)) coded = parseRules(applyScenario(hostRules, scenario))
    codedOf = { hostRules, scenario }
    const laid = own ? parseRules(applyRuleChoices(coded, own)) : coded
    if (laid.length === rules.length && laid.every((rule, nth) => rule === rules[nth])) return
    rules = laid
    rulesChanged.emit()
  }
  const load = () => {
    const read = store.read(host.appid)
    if (read.cause !== undefined) reportFailure(read.cause)
    choices = soundOf(host, read.choices)
    chosen = Object.keys(choices)
    findScenario()
    return read
  }
  const findScenario = () => {
    scenarios = (choices[SCENARIOS] as readonly Scenario[] | undefined) ?? hostScenarios
    scenario = scenarios.find(({ id }) => id === choices[SCENARIO])
  }
  /** What stands under the choices of a person. */
  const beneath = (): Settings => applySettingsPatch(host, scenario?.conditions ? { conditions: scenario.conditions } : {})
  const overlay = (settings: Settings): Settings => {
    host = settings
    if (owner !== host.appid) {
      owner = host.appid
      load()
      layRules()
    }
    const { [RULES]: _rules, [SCENARIOS]: _scenarios, [SCENARIO]: _scenario, ...settingChoices } = choices
    return applySettingsPatch(beneath(), patchOf(settingChoices))
  }
  const environment = createEnvironment(options.settings, overlay)
  const write = (changes: ChoiceChanges) => {
    const trouble = store.write(host!.appid, changes)
    if (trouble) onNotice({ code: trouble })
    load()
    layRules()
    environment.refresh()
  }
  const choose = (patch: SettingsPatch) => {
    const before = environment.settings()
    const after = applySettingsPatch(before, patch)
    if (after.httpdnsQuota !== before.httpdnsQuota) environment.configure({ httpdnsQuota: after.httpdnsQuota })
    const changes: Record<string, unknown> = {}
    for (const path of SETTING_PATHS) {
      const value = settingAt(after, path)
      if (!namesSetting(patch, path) && isSame(value, settingAt(before, path))) continue
      changes[path] = isSame(value, settingAt(beneath(), path)) ? undefined : value
    }
    write(changes)
  }

  guard(() => {
    const patch = store.takeVersion1()
    if (patch !== undefined) choose(patch as SettingsPatch)
  }, undefined)

  const follow = (event: Event) => {
    const { key } = event as StorageEvent
    if (key !== null && key !== store.keyOf(host!.appid)) return
    // What another tab has overwritten goes there again; both then have both.
    if (load().ahead) write({})
    layRules()
    environment.refresh()
  }
  globalThis.addEventListener?.('storage', follow)
  disposables.add(() => globalThis.removeEventListener?.('storage', follow))

  return {
    environment,
    rules: () => rules,
    rulesAsCoded: () => coded,
    scenarios: () => scenarios,
    scenariosAsCoded: () => hostScenarios,
    setScenarios(next) {
      hostScenarios = soundScenarios(next)
      findScenario()
      layRules()
      environment.refresh()
    },
    chooseScenarios(next) {
      const own = soundScenarios(next)
      write({ [SCENARIOS]: isSame(own, hostScenarios) ? undefined : own })
    },
    scenario: () => scenario,
    chooseScenario(id) {
      const next = scenarios.find((each) => each.id === id)
      if (id !== undefined && !next) return false
      const own = choices[RULES] as RuleChoices | undefined
      write({
        [SCENARIO]: id,
        ...(own && { [RULES]: underScenario(hostRules, own, coded, next) }),
        ...(next?.conditions && { conditions: undefined, 'conditions.seed': undefined }),
      })
      return true
    },
    setRules(next) {
      hostRules = parseRules(next)
      layRules()
    },
    choose,
    chooseRules: (next) => write({ [RULES]: compareRules(coded, parseRules(next)) }),
    reset(path) {
      const meant = SETTING_PATHS.filter((known) => path === undefined || known === path || known.startsWith(`${path}.`))
      if (meant.length === 0) {
        const issues = [{ path: 'path', message: `is no setting: give one of ${SETTING_PATHS.join(', ')}` }]
        throw new InspectorError('bad-option', 'Nothing was put back.', { issues })
      }
      write(Object.fromEntries(meant.map((known) => [known, undefined])))
    },
    resetRules(ruleId) {
      const own = choices[RULES] as RuleChoices | undefined
      if (ruleId === undefined) write({ [RULES]: undefined })
      else if (!own || !isChosen(own, ruleId)) return false
      else write({ [RULES]: compareRules(coded, applyRuleChoices(coded, withoutChoice(own, ruleId))) })
      return true
    },
    chosen: () => chosen,
    subscribeRules: rulesChanged.subscribe,
  }
}

/** The choices with rules that were read once: as long as nobody changes one it is the same object. Throws InspectorError `bad-rules`. */
function soundRules(host: readonly MockRule[], choices: RuleChoices): RuleChoices {
  const rules = new Map(parseRules(applyRuleChoices(host, choices)).map((rule) => [rule.id, rule]))
  return { ...choices, own: choices.own.map(({ id }) => rules.get(id)!) }
}

/** Scenarios whose conditions are sound too. Throws InspectorError `bad-rules`. */
function soundScenarios(input: unknown): readonly Scenario[] {
  const scenarios = parseScenarios(input)
  const issues = scenarios.flatMap(({ conditions }, index): Issue[] => {
    try {
      if (conditions) applySettingsPatch(DEFAULT_SETTINGS, { conditions })
      return []
    } catch (cause) {
      if (!(cause instanceof InspectorError)) throw cause
      return cause.issues.map(({ path, message }) => ({ path: `scenarios[${index}].${path}`, message }))
    }
  })
  if (issues.length > 0) throw new InspectorError('bad-rules', 'The scenarios have faults; nothing was changed.', { issues })
  return scenarios
}

/** Both are plain data of one making, so their keys come in one order. */
function isSame(a: unknown, b: unknown): boolean {
  return toJson(a) === toJson(b)
}
