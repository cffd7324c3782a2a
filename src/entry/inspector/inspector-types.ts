import type { Clock } from '../../contract/clock.ts'
import type { HeldChange } from '../../contract/event/hold-event.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { HeldCall, HoldChoice } from '../../contract/hold.ts'
import type { Issue } from '../../contract/inspector-error.ts'
import type { MockRule } from '../../contract/mock/mock-rule.ts'
import type { RuleVerdict } from '../../contract/mock/rule-verdict.ts'
import type { RuleFile, Scenario } from '../../contract/mock/scenario.ts'
import type { PanelSource, RuleHits } from '../../contract/panel-source.ts'
import type { Settings } from '../../contract/settings.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import type { Wx } from '../../contract/wx/wx.ts'
import type { PartComparison } from '../../exchange/compare/compare-calls.ts'
import type { CopyForm } from '../../exchange/copy/copy-as.ts'
import type { Har } from '../../exchange/har/har.ts'
import type { DockPlace } from '../../panel/store/docking.ts'
import type { PanelTarget } from '../../panel/store/panel-target.ts'
import type { Language } from '../../panel/words/dictionary.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'

/** `auto` follows the system. */
export type Theme = 'light' | 'dark' | 'auto'

/** Options of `createInspector`; all are optional. Invalid settings or rules throw InspectorError `bad-settings` or `bad-rules`. */
export interface InspectorOptions {
  /** Changes to the default settings. Default: `{ domainCheck: 'report' }`. */
  readonly settings?: SettingsPatch
  /** Mock rules; the first that matches answers. Default: none, calls go where `settings.unmatched` says. */
  readonly rules?: readonly MockRule[]
  /** Scenarios: each names which answers the rules give, and a network. Default: none. */
  readonly scenarios?: readonly Scenario[]
  /**
   * The project's own handlers of MSW 3 (`http`, `graphql`, `ws`), tried after the rules. Default: none. Those of older versions throw
   * InspectorError `bad-option`.
   */
  readonly handlers?: readonly unknown[]
  /**
   * Where MSW's service worker is served. Default: `/wx-sw.js`, if there is one. `false`: the page's own fetch and XHR are not
   * intercepted. Another service worker with the same scope is replaced only if `takeOver` is true.
   */
  readonly serviceWorker?: false | { readonly url: string; readonly takeOver?: boolean }
  readonly panel?: {
    /** The element that holds the panel. Default: none, the panel is docked in the page. */
    readonly container?: HTMLElement
    /**
     * Where the panel is docked, if it has no container: at a side of the page, floating over it, or in a window of its own, which the
     * browser opens only on a press. A panel that a person moved stays there, for this appid. Below 640 px it is at the bottom. Default:
     * `bottom`.
     */
    readonly dock?: DockPlace
    /** Whether the panel is open after `install()`. One that a person opened or closed stays so, for this appid. Default: false. */
    readonly open?: boolean
    /** Default: `auto`, the language of the browser. */
    readonly language?: Language | 'auto'
    /** Default: `auto`, the theme of the system. */
    readonly theme?: Theme
    /** Whether the panel has a menu for language and theme. Default: true. */
    readonly lookMenu?: boolean
    /**
     * Loads the app again, for a page that shows it in a part of itself: the panel then offers *Reload preview* after a mock was changed.
     * Default: it offers to reload the page.
     */
    readonly onReload?: () => void
  }
  /** Default: the clock of the machine. */
  readonly clock?: Clock
}

/** What an import brought. */
export interface ImportOutcome {
  /** How many rules were added. */
  readonly added: number
  readonly skipped: readonly Issue[]
}

/** The handle of an inspector, which is also the source of its panel. After `dispose()` every method throws InspectorError `disposed`. */
export interface WxInspector extends PanelSource {
  /** The simulated `wx`: network, files, storage and device APIs. Methods work unbound. */
  readonly wx: Wx
  /**
   * Resolves when rules can answer and files and a stored log of earlier pages are loaded. Earlier calls wait for it; synchronous file
   * calls cannot. Never rejects.
   */
  readonly ready: Promise<void>
  /** Whether the rules also answer the page's own fetch and XHR, through MSW's service worker. `wx` does not need it. */
  readonly serviceWorker: 'active' | 'off' | 'unavailable'

  /** The current settings. A new object after each change. */
  readonly settings: Settings
  /**
   * Merges a patch into the host's settings; what a person chose in the panel takes precedence. Throws InspectorError `bad-settings` with
   * a list of { path, message }; then nothing has changed.
   */
  configure(patch: SettingsPatch): void

  /** The current rules, in the order in which they are tried. */
  readonly rules: readonly MockRule[]
  /**
   * Replaces the host's rules; what a person changed in the panel takes precedence. Throws InspectorError `bad-rules` with a list of {
   * path, message }; then nothing has changed.
   */
  setRules(rules: readonly MockRule[]): void
  /** The scenarios that a person can choose from: those of the host, or, once a person saved or removed one, theirs. */
  readonly scenarios: readonly Scenario[]
  /**
   * Replaces the host's scenarios. Throws InspectorError `bad-rules` with a list of { path, message }; then nothing has changed.
   */
  setScenarios(scenarios: readonly Scenario[]): void
  /** The id of the scenario in use; `undefined` for the rules as coded. */
  readonly scenario: string | undefined
  /**
   * Uses a scenario, or with `undefined` the rules as coded. Answers that a person picked by hand give way; rules that they changed otherwise
   * stay. Kept for the appid, as if a person had chosen it. Throws InspectorError `bad-option` if there is no such scenario.
   */
  useScenario(id: string | undefined): void
  /** How often each rule answered since the page was loaded, by id, and the last task it answered. */
  ruleHits(): RuleHits

  /**
   * Why a recorded call fits a rule or does not, clause by clause with what was seen; without `ruleId` for all rules in their order. Rules as
   * they are now are asked. Empty until `ready`. Throws InspectorError `bad-option` if there is no such task or rule.
   */
  explainMatch(taskId: string, ruleId?: string): readonly RuleVerdict[]
  /**
   * A recorded call in another form: a cURL command for sh and bash, for cmd, one for PowerShell, a call of fetch, one of `wx`, an MSW
   * handler that answers as it was answered, or an entry of a HAR file (JSON). `redact`: default true, secrets are replaced by marks such
   * as `redacted-1`, the same secret by the same mark. Throws InspectorError `bad-option` for an unknown task and for a form that such a
   * call does not have: a socket has `wx` and `har` only.
   */
  copyAs(taskId: string, form: CopyForm, options?: { readonly redact?: boolean }): string
  /**
   * Recorded calls as a HAR 1.2 file, plain JSON: all of them, or those in `taskIds` in that order. Times are ms, `-1` where a phase did not
   * apply. `_wx` of an entry holds its events, and the pin, color and note that a person gave it. `redact` as in `copyAs`. Takes about 0.1 ms
   * for each call in one go; for tens of thousands, the panel's export works in slices. Throws InspectorError `bad-option` for an unknown
   * task.
   */
  toHar(options?: { readonly redact?: boolean; readonly taskIds?: readonly string[] }): Har
  /**
   * Adds the entries of a HAR 1.2 file of any tool, given as a Blob, its text or its JSON, as ended tasks before all others; `importedFrom`
   * names the tool, unless it was this one. An id that is in use gets another. The pin, color and note in `_wx` come along, into the panels
   * that are mounted too. Reads in slices of a few ms. Resolves to how many came in,
   * and to what could not be read, by its path in the file. Rejects with InspectorError `bad-har` for what is no HAR. Nothing in it is run
   * or fetched.
   */
  fromHar(file: unknown): Promise<{ readonly added: number; readonly skipped: readonly Issue[] }>
  /**
   * Makes a recorded call of `wx` again, with the options in `change` in the place of its own; the callbacks of the app are not called.
   * Resolves to the id of the new task, whose `resentFrom` names the old. Rejects with InspectorError `bad-option` for a call of the page
   * itself, and for one whose body was not kept.
   */
  resend(taskId: string, change?: object): Promise<string>
  /**
   * What differs between two recorded calls, part by part: the options given, the request sent and its headers, the result, the response
   * headers, the body (JSON by its values, text by its lines) and the phases in ms. Values are JSON texts; `before` is that of `taskId`,
   * `after` that of `otherId`. Rejects with InspectorError `bad-option` for an unknown task.
   */
  compare(taskId: string, otherId: string): Promise<readonly PartComparison[]>
  /** The rules and scenarios as they are now, as one file: plain JSON, to be kept or shared. */
  exportRules(): RuleFile
  /**
   * Adds the rules and scenarios of a file: one of `exportRules()`, HAR 1.2, OpenAPI 2 to 3.1, a Postman collection or a YApi export, as a
   * file, its text or its JSON. Rules arrive disabled, before all others, and are kept as if a person had added them. Resolves to how many rules came
   * and what could not be taken, by its path in the file. Rejects with InspectorError `bad-rules` for a file that is none of these.
   */
  importRules(file: unknown): Promise<ImportOutcome>
  /**
   * The enabled rules as the source of a TypeScript module for MSW 2 or newer, which exports `handlers`. They answer as the rules do, secrets
   * and all; what the panel saves has those of rules that a person made or changed replaced.
   */
  toHandlers(): string
  /** Snapshots of all recorded tasks, oldest first. The same array until something changes. */
  tasks(): readonly TaskSnapshot[]
  /** The events of one task, or all events, in order. A copy. */
  events(taskId?: string): readonly TaskEvent[]
  /**
   * Calls the listener with each new event once it is recorded. Returns a function that unsubscribes it. What the listener throws becomes
   * an uncaught error of the page.
   */
  subscribe(listener: (event: TaskEvent) => void): () => void
  /** Aborts a running call: the app gets `fail abort`, a socket is closed. Does nothing for an unknown or ended task. */
  abort(taskId: string): void
  /**
   * Holds calls from now on: the next one before it is sent, or those that match, at the gates that are named; they are found as a rule finds
   * its calls. `'off'` lets all go on that are held. Only while a panel is on the screen, and only recorded calls; a held call goes on by
   * itself after `settings.hold.continueAfter`. Throws InspectorError `bad-option` with a list of { path, message }.
   */
  hold(what: HoldChoice): void
  /** The calls that are held now, the longest held first. The same array until it changes. */
  held(): readonly HeldCall[]
  /**
   * Lets a held call go on to its next gate, where it is held again. At speed 0, lets a call that is not held go on to its next event. Throws
   * InspectorError `bad-option` if it is neither.
   */
  step(taskId: string): void
  /**
   * Lets a held call go on, changed where `change` says so: `resume(id, { statusCode: 500 })`. Throws InspectorError `bad-option` with a list of
   * { path, message } if it is not held or cannot be changed so at its gate; then it stays held.
   */
  resume(taskId: string, change?: HeldChange): void
  /**
   * How fast simulated waiting goes: 1 is real time, 0.1 is ten times slower, 0 stands still, and `step()` goes on event by event. Times in the
   * record stay those of 1. The real network is not slowed: its calls say so (`unslowed`). Setting another number than 0 to 1 throws
   * InspectorError `bad-option`. Default: 1.
   */
  speed: number
  /** Clears the log; running calls continue. It can be undone in the panel for 10 s. */
  clear(): void

  /** Sends the app to the background or brings it back: the 5 s rule (BG-1). */
  setAppHidden(hidden: boolean): void

  /**
   * Installs `wx` and `wxInspector` on the target. Default: `globalThis`. An existing `wx` is extended, and of its own methods only the
   * network APIs are replaced. From then on Alt+Shift+W opens and closes the panel. Throws InspectorError `already-installed`, or
   * `cannot-install` if `wx` cannot be changed.
   */
  install(target?: object): void
  /** Restores what was there before `install()`. */
  uninstall(): void
  /**
   * Follows the network calls of a framework: `adapt(uni)`, `adapt(Taro)`. The app gets what the framework gives. Returns a function that
   * undoes it.
   */
  adapt(framework: object): () => void
  /** Opens the panel; React is loaded the first time. */
  open(): void
  /**
   * Opens the panel at a view, a task or a tab: `show({ taskId, tab: 'timing' })`. What the target leaves out does not change. Throws
   * InspectorError `bad-option` with a list of { path, message } if there is no such view, task or tab.
   */
  show(target: PanelTarget): void
  /** Closes the panel. Recording continues. */
  close(): void
  /** Sets the language of the panel. `auto` follows the browser. */
  setLanguage(language: Language | 'auto'): void
  /** Sets the theme of the panel. `auto` follows the system. */
  setTheme(theme: Theme): void
  /**
   * Aborts running calls, uninstalls `wx`, removes the panel and ends everything that was started. A second call returns the same promise.
   */
  dispose(): Promise<void>
}
