import { textToBytes } from '../contract/byte-text.ts'
import { createClock } from '../contract/clock.ts'
import type { Command } from '../contract/command.ts'
import { InspectorError } from '../contract/inspector-error.ts'
import type { MockRule } from '../contract/mock-rule.ts'
import type { SourceState } from '../contract/panel-source.ts'
import { parseRules } from '../contract/parse/parse-rules.ts'
import type { SocketData } from '../contract/transport.ts'
import { unreachable } from '../contract/unreachable.ts'
import { EventLog } from '../recorder/log/event-log.ts'
import type { TaskSnapshot } from '../recorder/tasks/task-snapshot.ts'
import { TaskStore } from '../recorder/tasks/task-store.ts'
import { createEnvironment } from '../shim/context/environment.ts'
import { createAnswers } from './answers.ts'
import { composeWx } from './compose-wx.ts'
import type { InspectorOptions, WxInspector } from './inspector-types.ts'
import { installOn } from './install.ts'
import { forgetSession, keepSession, readSession } from './kept-session.ts'
import { Notices } from './notices.ts'
import { createPanelHost } from './panel-host.ts'
import { SavedChanges } from './saved-changes.ts'

export type { TaskEvent } from '../contract/event/task-event.ts'
export { InspectorError, isInspectorError } from '../contract/inspector-error.ts'
export type { MockRule } from '../contract/mock-rule.ts'
export type { Settings } from '../contract/settings.ts'
export type { SettingsPatch } from '../contract/settings-patch.ts'
export type { Wx } from '../contract/wx/wx.ts'
export type { TaskSnapshot } from '../recorder/tasks/task-snapshot.ts'
export type { InspectorOptions, WxInspector } from './inspector-types.ts'

/** ms in which a clear can be undone. */
const UNDO_FOR = 10_000

/**
 * A running inspector: `wx`, the record of what it did, and a panel that opens on demand. `install()` puts it on the page.
 * A bad setting or rule throws InspectorError `bad-settings` or `bad-rules`, with a list of { path, message }.
 */
export function createInspector(options: InspectorOptions = {}): WxInspector {
  const environment = createEnvironment(options.settings)
  let rules = parseRules(options.rules ?? [])
  let state: SourceState | undefined
  let disposed = false
  let uninstall: (() => void) | undefined
  const stateListeners = new Set<() => void>()

  const stateMoved = () => {
    state = undefined
    for (const listener of stateListeners) listener()
  }
  const notices = new Notices(stateMoved)

  const saved = new SavedChanges(() => globalThis.localStorage)
  const before = saved.read()
  if (before.blocked) notices.add({ code: 'storage-blocked' })
  else if (before.patch !== undefined) {
    try {
      environment.configure(before.patch as object)
      saved.continueFrom(before.patch as object)
    } catch (cause) {
      saved.forget()
      notices.add({ code: 'saved-settings-invalid', detail: cause instanceof Error ? cause.message : String(cause) })
    }
  }

  const storage = () => globalThis.sessionStorage
  const kept = environment.settings().capture.persist && !options.clock ? readSession(storage) : undefined
  const clock = options.clock ?? createClock(kept?.startedAt)
  const log = new EventLog(environment.settings().capture)
  for (const event of kept?.events ?? []) log.append(event)
  const keep = () => {
    if (environment.settings().capture.persist) keepSession(storage, clock.startedAt, log.events())
    else forgetSession(storage)
  }
  globalThis.addEventListener?.('pagehide', keep)

  const answers = createAnswers({
    clock,
    settings: environment.settings,
    rules,
    handlers: options.handlers ?? [],
    serviceWorker: options.serviceWorker ?? { url: '/wx-sw.js' },
    onPageEvent: (event) => log.append(event),
  })
  const answering = answers.ready.then(
    () => {
      if (answers.serviceWorker() === 'unavailable') notices.add({ code: 'no-service-worker' })
      stateMoved()
    },
    (cause: unknown) => notices.add({ code: 'network-layer-failed', detail: cause instanceof Error ? cause.message : String(cause) }),
  )

  const { wx, shim, files } = composeWx({
    clock,
    environment,
    transport: answers.transport,
    emit: (event) => log.append(event),
    onFileTrouble: (code, detail) => notices.add(detail === '' ? { code } : { code, detail }),
  })
  // A Sync call knows only the files that are there already.
  const ready = Promise.all([answering, files.ready]).then(() => {})
  let snapshots: readonly TaskSnapshot[] | undefined

  environment.subscribe(() => {
    log.setLimits(environment.settings().capture)
    stateMoved()
  })
  log.watch(() => {
    snapshots = undefined
    if (log.kept.droppedTasks > 0) notices.add({ code: 'tasks-dropped' })
    if (log.kept.releasedBodies > 0) notices.add({ code: 'bodies-released' })
    stateMoved()
  })
  log.subscribe(() => {
    snapshots = undefined
  })
  const clear = () => {
    log.clear()
    const cleared = log.generation
    void clock.sleep(UNDO_FOR).then(() => {
      if (log.generation === cleared) log.forgetCleared()
    })
  }

  const send = (taskId: string, data: SocketData | undefined) => {
    if (data !== undefined) shim.sendMessage(taskId, data)
  }

  const handleCommand = (command: Command): void => {
    switch (command.type) {
      case 'abort':
        return shim.abort(command.taskId)
      case 'abort-all':
        return shim.abortAll()
      case 'send-message':
        return send(command.taskId, 'text' in command ? command.text : textToBytes(command.base64, 'base64'))
      case 'configure': {
        environment.configure(command.patch)
        const outcome = saved.add(command.patch)
        if (outcome !== 'saved') notices.add({ code: outcome })
        return
      }
      case 'set-rules':
        return inspector.setRules(command.rules)
      case 'set-recording':
        return log.setRecording(command.recording)
      case 'set-app-hidden':
        return environment.setAppHidden(command.hidden)
      case 'clear':
        return clear()
      case 'restore':
        return log.restore()
      case 'dismiss-notice':
        return notices.dismiss(command.code)
      default:
        return unreachable(command)
    }
  }

  const inspector: WxInspector = {
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
      return rules
    },
    setRules(next: readonly MockRule[]) {
      rules = parseRules(next)
      answers.setRules(rules)
      stateMoved()
    },
    tasks() {
      if (!snapshots) {
        const book = new TaskStore(log.kept.droppedTasks)
        book.add(log.events())
        snapshots = book.all()
      }
      return snapshots
    },
    events: (taskId) => log.events(taskId),
    subscribe: (listener) => log.subscribe(listener),
    now: () => clock.now(),
    startedAt: clock.startedAt,
    state() {
      state ??= {
        settings: environment.settings(),
        rules,
        recording: log.recording,
        serviceWorker: answers.serviceWorker(),
        appHidden: environment.appHidden(),
        generation: log.generation,
        canRestore: log.canRestore,
        // Read when asked: it moves with every event, and nobody should be told of each.
        get kept() {
          return log.kept
        },
        notices: notices.shown,
      }
      return state
    },
    subscribeState(listener) {
      stateListeners.add(listener)
      return () => stateListeners.delete(listener)
    },
    send: handleCommand,
    abort: (taskId) => shim.abort(taskId),
    clear,
    setAppHidden: (hidden) => environment.setAppHidden(hidden),
    install(target = globalThis) {
      if (disposed) throw new InspectorError('disposed', 'This inspector was disposed of. Make a new one with createInspector().')
      if (uninstall) throw new InspectorError('already-installed', 'This inspector is installed already.')
      uninstall = installOn(target, wx, inspector, Object.keys(shim.wx))
    },
    uninstall() {
      uninstall?.()
      uninstall = undefined
    },
    open: () => panel.open(),
    close: () => panel.close(),
    setLanguage: (language) => panel.setLanguage(language),
    setTheme: (theme) => panel.setTheme(theme),
    async dispose() {
      disposed = true
      globalThis.removeEventListener?.('pagehide', keep)
      shim.abortAll()
      panel.remove()
      inspector.uninstall()
      files.close()
      await answers.dispose()
    },
  }
  const panel = createPanelHost(inspector, options.panel ?? {})
  return inspector
}
