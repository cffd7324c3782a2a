import { createDisposables } from '../contract/disposables.ts'
import { createEmitter } from '../contract/emitter.ts'
import { InspectorError } from '../contract/inspector-error.ts'
import { createPacedClock } from '../contract/pace/paced-clock.ts'
import type { SourceState } from '../contract/panel-source.ts'
import { COPY_FORMS, copyCall } from '../exchange/copy/copy-as.ts'
import { toHar } from '../exchange/har/to-har.ts'
import { writeHandlers } from '../mocks/export/write-handlers.ts'
import { toRuleFile } from '../mocks/rule-file.ts'
import { addMarks, readMarks } from '../panel/store/keep-marks.ts'
import { readPanelTarget } from '../panel/store/panel-target.ts'
import { offerTasks } from '../recorder/tasks/task-reader.ts'
import { createFrameworkCalls } from '../shim/framework/follow-calls.ts'
import { createAdapters } from './adapters.ts'
import { createAnswers } from './answers.ts'
import { composeWx } from './compose-wx.ts'
import { listenForPanelKey } from './dock/panel-key.ts'
import { createHarImports } from './har-imports.ts'
import { checkArgument, checkListener } from './inspector/check-argument.ts'
import { checkHandlers } from './inspector/check-handlers.ts'
import { createHandle } from './inspector/create-handle.ts'
import { createHoldCalls } from './inspector/hold-calls.ts'
import { withInitiator } from './inspector/initiator.ts'
import type { InspectorOptions, WxInspector } from './inspector/inspector-types.ts'
import { createLayeredSettings } from './inspector/layered-settings.ts'
import { Notices } from './inspector/notices.ts'
import { createPace } from './inspector/pace.ts'
import { withPage } from './inspector/page-of-app.ts'
import { createPanelChoices } from './inspector/panel-choices.ts'
import { createResend } from './inspector/resend.ts'
import { runCommand } from './inspector/run-command.ts'
import { type SharedLink, watchSharedLinks } from './inspector/shared-link.ts'
import { createTaskRecord } from './inspector/task-record.ts'
import { BYPASS_CODES, findBypasses } from './install/find-bypasses.ts'
import { type Installation, installOn } from './install/install-on.ts'
import { createPanelHost } from './panel-host.ts'
import { whenAssigned } from './when-assigned.ts'

export type { Clock } from '../contract/clock.ts'
export type { Gate, HeldChange } from '../contract/event/hold-event.ts'
export type { TaskEvent } from '../contract/event/task-event.ts'
export type { HeldCall, HoldChoice } from '../contract/hold.ts'
export { InspectorError, type InspectorErrorCode, type Issue, isInspectorError } from '../contract/inspector-error.ts'
export type { MockRule } from '../contract/mock/mock-rule.ts'
export type { RuleVerdict } from '../contract/mock/rule-verdict.ts'
export type { RuleFile, Scenario } from '../contract/mock/scenario.ts'
export type { Settings } from '../contract/settings.ts'
export type { SettingsPatch } from '../contract/settings-patch.ts'
export type { Wx } from '../contract/wx/wx.ts'
export type { PartComparison } from '../exchange/compare/compare-calls.ts'
export type { CopyForm } from '../exchange/copy/copy-as.ts'
export type { Har } from '../exchange/har/har.ts'
export type { PanelTarget } from '../panel/store/panel-target.ts'
export type { TaskSnapshot } from '../recorder/tasks/task-snapshot.ts'
export { adapt } from './adapt.ts'
export type { InspectorOptions, WxInspector } from './inspector/inspector-types.ts'

const DISPOSED = 'This inspector was disposed of. Make a new one with createInspector().'

/** ms between two checks for calls that bypass the inspector. */
const BETWEEN_LOOKS = 2000

/**
 * Creates an inspector: a `wx`, a log of its calls, and a panel that opens on demand. `install()` puts it on the page. Throws
 * InspectorError `bad-settings`, `bad-rules` or, for handlers, `bad-option`, with a list of { path, message }.
 */
export function createInspector(options: InspectorOptions = {}): WxInspector {
  checkHandlers(options.handlers ?? [])
  const disposables = createDisposables()
  const ended = new AbortController()
  let state: SourceState | undefined
  let marked: SourceState['marked']
  let installation: Installation | undefined
  let page: object = globalThis
  let looking: AbortController | undefined
  const stateChanged = createEmitter()

  const stateMoved = () => {
    state = undefined
    stateChanged.emit()
  }
  const storage = () => globalThis.localStorage
  // Asked for after the settings are there.
  const panelChoices = createPanelChoices(storage, () => environment.settings().appid)
  const notices = new Notices(stateMoved, panelChoices)

  const layers = createLayeredSettings({
    settings: { domainCheck: 'report', ...options.settings },
    rules: options.rules ?? [],
    scenarios: options.scenarios ?? [],
    storage,
    onNotice: (notice) => notices.add(notice),
    disposables,
  })
  const { environment } = layers
  const record = createTaskRecord({ environment, clock: options.clock, disposables, onNotice: (notice) => notices.add(notice) })
  const { log } = record
  const clock = createPacedClock(record.clock)

  const answers = createAnswers({
    clock,
    speed: () => clock.speed,
    settings: environment.settings,
    rules: layers.rules(),
    handlers: options.handlers ?? [],
    serviceWorker: options.serviceWorker ?? { url: '/wx-sw.js' },
    onOtherWorker: (detail) => {
      notices.add({ code: 'other-service-worker', detail })
      stateMoved()
    },
    onPageEvent: record.append,
  })
  disposables.add(() => answers.dispose())
  let activeSince: number | undefined
  const answering = answers.ready.then(
    () => {
      if (answers.serviceWorker() === 'active') activeSince = clock.startedAt + clock.now()
      if (answers.serviceWorker() === 'unavailable' && !notices.shown.some(({ code }) => code === 'other-service-worker'))
        notices.add({ code: 'no-service-worker' })
      stateMoved()
    },
    (cause: unknown) => notices.add({ code: 'network-layer-failed', detail: cause instanceof Error ? cause.message : String(cause) }),
  )

  const pace = createPace({ clock, real: record.clock, log, onChange: stateMoved })
  disposables.add(() => pace.dispose())
  const holds = createHoldCalls({ clock, log, settings: environment.settings, takes: answers.takes })
  disposables.add(() => holds.dispose())

  const resending = createResend({ shim: () => shim, record })
  const { wx, shim, filesReady } = composeWx({
    clock,
    disposables,
    environment,
    transport: answers.transport,
    emit(event) {
      const marked = resending.mark(resending.isSending() ? event : withPage(withInitiator(event, wx)))
      holds.heed(marked)
      record.append(marked)
    },
    gates: holds.gates,
    onFileTrouble: (code, detail) => notices.add(detail === '' ? { code } : { code, detail }),
  })
  // Synchronous calls only see files that are already loaded.
  const ready = Promise.all([answering, filesReady, record.restored]).then(() => {})
  const adapters = createAdapters(clock, createFrameworkCalls(shim.context))
  disposables.add(() => adapters.dispose())

  disposables.add(environment.subscribe(stateMoved))
  disposables.add(holds.subscribe(stateMoved))
  disposables.add(
    log.watch(() => {
      notices.addLosses(log.kept)
      stateMoved()
    }),
  )

  disposables.add(
    layers.subscribeRules(() => {
      answers.setRules(layers.rules())
      stateMoved()
    }),
  )

  const shared: SharedLink = watchSharedLinks(disposables, () => {
    stateMoved()
    if (installation && shared.text !== undefined) handle.show({ view: 'mocks' })
  })

  const handle: WxInspector = createHandle<Omit<WxInspector, 'dispose'>>(
    {
      wx,
      ready,
      get serviceWorker() {
        const found = answers.serviceWorker()
        return found === 'starting' ? 'off' : found
      },
      get settings() {
        return environment.settings()
      },
      configure: (patch) => environment.configure(patch),
      get rules() {
        return layers.rules()
      },
      setRules: layers.setRules,
      get scenarios() {
        return layers.scenarios()
      },
      setScenarios: layers.setScenarios,
      get scenario() {
        return layers.scenario()?.id
      },
      useScenario(id) {
        const known = layers.chooseScenario(id)
        checkArgument('useScenario', 'id', known, 'must be the id of a scenario, or undefined')
      },
      ruleHits: record.ruleHits,
      exportRules: () => toRuleFile(layers.rules(), layers.scenarios()),
      async importRules(file) {
        const { readImport } = await import('../mocks/import/read-import.ts')
        const read = await readImport(file, { rules: layers.rules(), scenarios: layers.scenarios() }, { signal: ended.signal })
        if (disposables.disposed) throw new InspectorError('disposed', DISPOSED)
        if (read.rules.length > 0) layers.chooseRules([...read.rules, ...layers.rules()])
        if (read.scenarios.length > 0) layers.chooseScenarios([...layers.scenarios(), ...read.scenarios])
        return { added: read.rules.length, skipped: read.skipped }
      },
      toHandlers: () => writeHandlers(layers.rules()),
      explainMatch(taskId, ruleId) {
        checkArgument('explainMatch', 'taskId', log.has(taskId), 'must be the id of a task')
        const known = ruleId === undefined || layers.rules().some(({ id }) => id === ruleId)
        checkArgument('explainMatch', 'ruleId', known, 'must be the id of a rule, or be left out')
        return answers.explain(log.events(taskId), ruleId)
      },
      copyAs(taskId, form, { redact = true } = {}) {
        const events = typeof taskId === 'string' ? log.events(taskId) : []
        checkArgument('copyAs', 'taskId', events.length > 0, 'must be the id of a task')
        checkArgument('copyAs', 'form', COPY_FORMS.includes(form), `must be one of ${COPY_FORMS.join(', ')}`)
        checkArgument('copyAs', 'options.redact', typeof redact === 'boolean', 'must be true or false')
        const copied = copyCall(events, form, { redact, startedAt: clock.startedAt })
        checkArgument('copyAs', 'form', copied !== undefined, 'must be wx or har for a socket, and can be msw once the call has ended')
        return copied?.text ?? ''
      },
      toHar({ redact = true, taskIds } = {}) {
        checkArgument('toHar', 'options.redact', typeof redact === 'boolean', 'must be true or false')
        const known = taskIds === undefined || (Array.isArray(taskIds) && taskIds.every((id) => log.has(id)))
        checkArgument('toHar', 'options.taskIds', known, 'must be a list of ids of tasks')
        const calls = (taskIds ?? log.taskIds()).map((taskId) => log.events(taskId))
        return toHar(calls, { redact, startedAt: clock.startedAt, marks: readMarks(() => sessionStorage) }).har
      },
      fromHar: createHarImports({
        log,
        startedAt: clock.startedAt,
        restored: record.restored,
        signal: ended.signal,
        onMarks(marks) {
          addMarks(() => sessionStorage, marks)
          marked = marks
          stateMoved()
        },
      }),
      async compare(taskId, otherId) {
        const [one, other] = [taskId, otherId].map((id) => (typeof id === 'string' ? log.events(id) : []))
        checkArgument('compare', 'taskId', one !== undefined && one.length > 0, 'must be the id of a task')
        checkArgument('compare', 'otherId', other !== undefined && other.length > 0, 'must be the id of a task')
        const { compareCalls } = await import('../exchange/compare/compare-calls.ts')
        return compareCalls(one ?? [], other ?? []) ?? []
      },
      resend: async (taskId, change) => resending.again(taskId, change as Readonly<Record<string, unknown>> | undefined),
      tasks: record.tasks,
      events(taskId) {
        checkArgument('events', 'taskId', taskId === undefined || typeof taskId === 'string', 'must be the id of a task, or be left out')
        return log.events(taskId)
      },
      subscribe(listener) {
        checkListener('subscribe', listener)
        return log.subscribe(listener)
      },
      signal: ended.signal,
      now: () => clock.now(),
      startedAt: clock.startedAt,
      pageFrom: clock.now(),
      state() {
        const scenario = layers.scenario()
        state ??= {
          settings: environment.settings(),
          rules: layers.rules(),
          rulesAsCoded: layers.rulesAsCoded(),
          scenarios: layers.scenarios(),
          scenariosAsCoded: layers.scenariosAsCoded(),
          ...(scenario && { scenario: scenario.id }),
          ...(shared.text !== undefined && { shared: shared.text }),
          chosen: layers.chosen(),
          ...(marked && { marked }),
          recording: log.recording,
          hold: { choice: holds.choice, calls: holds.held() },
          speed: clock.speed,
          serviceWorker: answers.serviceWorker(),
          appHidden: environment.appHidden(),
          generation: log.generation,
          canRestore: log.canRestore,
          ...(log.removed !== undefined && { removed: log.removed }),
          // Read on demand: it changes with every event, and subscribers are not notified of each.
          get kept() {
            return log.kept
          },
          get ruleHits() {
            return record.ruleHits()
          },
          notices: notices.shown,
        }
        return state
      },
      subscribeState(listener) {
        checkListener('subscribeState', listener)
        return stateChanged.subscribe(listener)
      },
      send: async (command) => runCommand(command, { shim, layers, record, notices, holds, pace, resend: resending, shared }),
      abort(taskId) {
        checkArgument('abort', 'taskId', typeof taskId === 'string', 'must be the id of a task')
        shim.abort(taskId)
      },
      hold: holds.choose,
      held: holds.held,
      step: (taskId) => (holds.isHeld(taskId) || clock.speed > 0 ? holds.step(taskId) : pace.goOn(taskId)),
      resume: holds.resume,
      watch: holds.watch,
      get speed() {
        return pace.speed
      },
      set speed(next) {
        if (disposables.disposed) throw new InspectorError('disposed', DISPOSED)
        pace.setSpeed(next)
      },
      clear: record.clear,
      setAppHidden(hidden) {
        checkArgument('setAppHidden', 'hidden', typeof hidden === 'boolean', 'must be true or false')
        environment.setAppHidden(hidden)
      },
      install(target = globalThis) {
        checkArgument('install', 'target', Object(target) === target, 'must be the object that gets wx, or be left out')
        if (installation) throw new InspectorError('already-installed', 'This inspector is installed already.')
        page = target
        const own = installOn(target, { wx, handle, replacing: Object.keys(shim.wx), isFollowed: adapters.adaptIfUni })
        const stopWaiting = whenAssigned(target, 'uni', adapters.adaptIfUni)
        const stopListening = listenForPanelKey(togglePanel)
        installation = {
          bypassed: () => [...own.bypassed(), ...adapters.bypassed()],
          uninstall() {
            stopWaiting()
            stopListening()
            adapters.dispose()
            own.uninstall()
          },
        }
        if (shared.text !== undefined) handle.show({ view: 'mocks' })
        else if (panel.opensAtFirst) handle.open()
        else panel.offer()
      },
      uninstall() {
        installation?.uninstall()
        installation = undefined
      },
      adapt: (framework) => adapters.adapt(framework),
      open() {
        panel.open()
        void lookForBypasses()
      },
      show(target) {
        panel.show(readPanelTarget(target, log))
        void lookForBypasses()
      },
      close() {
        looking?.abort()
        panel.close()
      },
      setLanguage(language) {
        checkArgument('setLanguage', 'language', ['zh', 'en', 'auto'].includes(language), 'must be zh, en or auto')
        panel.setLanguage(language)
      },
      setTheme(theme) {
        checkArgument('setTheme', 'theme', ['light', 'dark', 'auto'].includes(theme), 'must be light, dark or auto')
        panel.setTheme(theme)
      },
    },
    disposables,
    DISPOSED,
  )
  offerTasks(handle, log)
  function togglePanel(): void {
    if (!panel.isEmbedded) {
      panelChoices.choose({ open: !panel.isOpen })
      if (panel.isOpen) return handle.close()
    }
    handle.open()
    panel.focus()
  }

  /** Runs while the panel is open and the page visible. */
  async function lookForBypasses(): Promise<void> {
    looking?.abort()
    looking = new AbortController()
    const { signal } = looking
    while (!signal.aborted) {
      if (globalThis.document?.visibilityState !== 'hidden') {
        notices.follow(BYPASS_CODES, findBypasses({ installation, page, serviceWorker: answers.serviceWorker(), activeSince }))
      }
      await record.clock.sleep(BETWEEN_LOOKS, signal)
    }
  }
  disposables.add(() => looking?.abort())

  const panel = createPanelHost(handle, options.panel ?? {}, panelChoices, record.clock)
  disposables.add(() => installation?.uninstall())
  disposables.add(() => panel.remove())
  disposables.add(stateChanged.clear)
  // The first to end: panels that others mounted may ask until they are gone.
  disposables.add(() => ended.abort(new InspectorError('disposed', DISPOSED)))
  return handle
}
