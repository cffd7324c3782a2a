import type { Clock } from '../../contract/clock.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { MockRule } from '../../contract/mock-rule.ts'
import type { PanelSource, RuleHits } from '../../contract/panel-source.ts'
import type { Settings } from '../../contract/settings.ts'
import type { SettingsPatch } from '../../contract/settings-patch.ts'
import type { Wx } from '../../contract/wx/wx.ts'
import type { PanelTarget } from '../../panel/store/panel-target.ts'
import type { Language } from '../../panel/words/dictionary.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'

/** `auto` follows the system. */
export type Theme = 'light' | 'dark' | 'auto'

/** What `createInspector` may be told; it works without any of it. */
export interface InspectorOptions {
  /** Changes to the default settings. */
  readonly settings?: SettingsPatch
  /** Who answers, as data; the first that fits. Default none: calls go where `settings.unmatched` says. */
  readonly rules?: readonly MockRule[]
  /** Handlers of MSW 3 that a project already has; they are asked after the rules. Those of older versions throw InspectorError `bad-option`. */
  readonly handlers?: readonly unknown[]
  /**
   * Where MSW's worker is served. Default `/wx-sw.js`, registered where it answers; `false` leaves the page's own fetch and XHR alone. Another
   * service worker at the same scope is not replaced unless `takeOver` says so.
   */
  readonly serviceWorker?: false | { readonly url: string; readonly takeOver?: boolean }
  readonly panel?: {
    /** Where the panel is drawn. Default: a drawer at the foot of the page. */
    readonly container?: HTMLElement
    /** Default: what the browser asks for. */
    readonly language?: Language | 'auto'
    /** Default: what the system asks for. */
    readonly theme?: Theme
    /** Whether the panel has its own menu for language and theme. Default true; false where the page has one. */
    readonly lookMenu?: boolean
  }
  /** Default: the machine's clock. */
  readonly clock?: Clock
}

/** The handle of a running inspector. It is also the source that its own panel draws. */
export interface WxInspector extends PanelSource {
  /** `request` and its family, files, storage, and what clients look for. Methods work unbound. */
  readonly wx: Wx
  /** Settles when calls can be answered and files and a kept log of earlier pages are there. Calls made earlier wait, none is lost; only Sync calls cannot. */
  readonly ready: Promise<void>
  /** Whether the rules also answer the page's own fetch and XHR, through MSW's service worker. `wx.*` needs none. */
  readonly serviceWorker: 'active' | 'off' | 'unavailable'

  /** The simulated environment as it is now. A new object after each change. */
  readonly settings: Settings
  /** What the host sets. What a person chose in the panel goes before it. Merges; a bad value throws an InspectorError with a list of { path, message } and changes nothing. */
  configure(patch: SettingsPatch): void

  /** In the order in which they are asked. */
  readonly rules: readonly MockRule[]
  /** Replaces the host's rules; what a person changed in the panel goes before them. A bad one throws an InspectorError with a list of { path, message } and changes nothing. */
  setRules(rules: readonly MockRule[]): void
  /** How often each rule answered since the page was loaded, by its id, and the task that it answered last. */
  ruleHits(): RuleHits

  /** What is known of every recorded task, oldest first. */
  tasks(): readonly TaskSnapshot[]
  /** The events of one task, or of all, in order. */
  events(taskId?: string): readonly TaskEvent[]
  /** Hears each new event once it is recorded. Returns how to stop. */
  subscribe(listener: (event: TaskEvent) => void): () => void
  /** Ends a running call: the app gets the platform's `fail abort`, a socket is closed. An id that is unknown or has ended does nothing. */
  abort(taskId: string): void
  /** Forgets all that was recorded; calls that run go on. For 10 s the panel can bring it back. */
  clear(): void

  /** The app goes to the background or comes back: the 5 s rule (BG-1). */
  setAppHidden(hidden: boolean): void

  /** Puts `wx` and `wxInspector` on the target, by default `globalThis`. An existing `wx` is added to, and of its own methods only those to the network are replaced. From then on Alt+Shift+W opens the panel and puts it away. */
  install(target?: object): void
  /** Puts back what was there. */
  uninstall(): void
  /** Follows the network calls of a framework: `adapt(uni)`, `adapt(Taro)`. What the app gets is what the framework gives. Returns how to undo it. */
  adapt(framework: object): () => void
  /** Shows the panel; React is loaded the first time. */
  open(): void
  /**
   * Opens the panel, if it is not, at a view, a task, a tab: `show({ taskId, tab: 'timing' })`. What the target leaves out stays as it is.
   * Throws InspectorError `bad-option` with a list of { path, message } when there is no such place.
   */
  show(target: PanelTarget): void
  /** Puts the panel away. What it showed goes on being recorded. */
  close(): void
  /** Of the panel. `auto` is what the browser asks for. */
  setLanguage(language: Language | 'auto'): void
  /** Of the panel. `auto` is what the system asks for. */
  setTheme(theme: Theme): void
  /** Aborts what runs, takes the panel away and gives the worker up. The handle is of no use afterwards. */
  dispose(): Promise<void>
}
