import type { AnyHandler } from 'msw'
import { defineNetwork } from 'msw/experimental'
import type { Clock } from '../../contract/clock.ts'
import { createDisposables } from '../../contract/disposables.ts'
import type { CallEnvironment } from '../../contract/event/platform.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'
import type { MockRule } from '../../contract/mock/mock-rule.ts'
import type { RuleVerdict } from '../../contract/mock/rule-verdict.ts'
import type { ServiceWorkerState } from '../../contract/panel-source.ts'
import { jsonOf } from '../../contract/parse/sound.ts'
import type { Transport } from '../../contract/transport.ts'
import { createSocketTransport } from '../sockets/socket-transport.ts'
import { recordedFacts } from './call/recorded-facts.ts'
import { OtherWorkerError } from './page/other-worker.ts'
import { PageCalls } from './page/page-calls.ts'
import { WorkerSource } from './page/worker-source.ts'
import { askRules } from './rules/ask-rules.ts'
import { whenRegexesRun } from './rules/compile-regex.ts'
import { type CallRule, type CompiledRule, compileRule } from './rules/compile-rule.ts'
import { explainMatch } from './rules/explain-match.ts'
import { RuleController } from './rules/rule-controller.ts'
import { sealHandler } from './seal-handler.ts'
import { SocketFrame } from './sockets/socket-frame.ts'
import { type WxFrame, WxSource } from './wx-source.ts'

/** Options of `createMswNetwork`. */
export interface MswNetworkOptions {
  readonly clock: Clock
  readonly rules?: readonly MockRule[]
  /** The project's own MSW handlers (`http`, `graphql`, `ws`), tried after the rules. Default: none. */
  readonly handlers?: readonly unknown[]
  /**
   * The URL of MSW's service worker; `takeOver` registers it over another worker. `false`: the page's own fetch and XHR are not
   * intercepted.
   */
  readonly serviceWorker: false | { readonly url: string; readonly takeOver?: boolean }
  /** Called when another service worker prevents or replaces ours. */
  readonly onOtherWorker?: (scriptUrl: string) => void
  /** The environment that the page's own calls are recorded with. */
  readonly environment: () => CallEnvironment
  /** Receives the events of the page's own calls, which the service worker intercepts. */
  readonly onPageEvent: (event: TaskEvent) => void
}

/** Handle of `createMswNetwork`. */
export interface MswNetwork {
  /** Works at once; it does not wait for the service worker. */
  readonly transport: Transport
  /** Resolves when the service worker has started or failed to. Never rejects. */
  readonly ready: Promise<void>
  /** Replaces all rules. Rules that did not change keep their hit counts. */
  setRules(rules: readonly MockRule[]): void
  serviceWorkerState(): ServiceWorkerState
  /** Holds a recorded call against rules, by its events. Empty if they do not tell what was sent. */
  explain(events: readonly TaskEvent[], rules: readonly MockRule[]): readonly RuleVerdict[]
  /** Whether a rule, which may be none of those in use, would take a recorded call. */
  takes(rule: MockRule, events: readonly TaskEvent[]): Promise<boolean>
  dispose(): Promise<void>
}

/** ms. `dispose()` waits this long for a service worker that is still starting. */
const LONGEST_START = 2000

/** Creates one MSW network for the calls of `wx` and, if the page can have a service worker, for the page's own. */
export function createMswNetwork(options: MswNetworkOptions): MswNetwork {
  const { clock, serviceWorker } = options
  const handlers = (options.handlers ?? []) as readonly AnyHandler[]
  const frames = new WeakMap<Request, WxFrame>()
  const pageCalls = new PageCalls({ clock, environment: options.environment, emit: options.onPageEvent })
  const hooks = { clock, taken: (request: Request, { id, name }: MockRule) => pageCalls.take(request, { ruleId: id, ruleName: name }) }
  let compiled: ReadonlyMap<string, CompiledRule> = new Map()
  let callRules: readonly CallRule[] = []
  const compile = (rules: readonly MockRule[]): readonly AnyHandler[] => {
    const before = compiled
    compiled = new Map(
      rules.filter(({ enabled }) => enabled).map((rule) => [jsonOf(rule), before.get(jsonOf(rule)) ?? compileRule(rule, hooks)]),
    )
    callRules = [...compiled.values()].flatMap(({ forCalls }) => forCalls ?? [])
    return [...[...compiled.values()].flatMap((rule) => rule.handlers), ...handlers]
  }

  const unseals = handlers.map((handler) =>
    sealHandler(handler, (request, label) => {
      frames.get(request)?.take({ ruleName: label })
      pageCalls.take(request, { ruleName: label })
    }),
  )
  const controller = new RuleController(compile(options.rules ?? []))
  const source = new WxSource()
  // Created before MSW patches the page's sockets: a handler that connects to the server must reach the real network.
  const disposables = createDisposables()
  const realSockets = createSocketTransport({ clock, disposables })
  const worker =
    serviceWorker &&
    new WorkerSource({
      url: serviceWorker.url,
      takeOver: serviceWorker.takeOver ?? false,
      sockets: handlers.some(({ kind }) => kind === 'websocket'),
      keeper: pageCalls,
      onLost: (scriptUrl) => {
        state = 'unavailable'
        options.onOtherWorker?.(scriptUrl)
      },
    })
  const network = defineNetwork({
    sources: worker ? [source, worker] : [source],
    handlers: controller,
    onUnhandledFrame: 'bypass',
    context: { quiet: true },
  })

  let state: ServiceWorkerState = worker ? 'starting' : 'off'
  const ready = Promise.resolve(network.enable()).then(
    () => {
      if (state === 'starting') state = 'active'
    },
    (cause: unknown) => {
      state = 'unavailable'
      if (cause instanceof OtherWorkerError) options.onOtherWorker?.(cause.scriptUrl)
    },
  )

  const explain: MswNetwork['explain'] = (events, rules) => {
    const call = recordedFacts(events)
    return call ? rules.map((rule) => explainMatch(rule, call)) : []
  }

  return {
    transport: {
      async send(outgoing, job) {
        const taker = callRules.length > 0 ? await askRules(callRules, outgoing, job) : undefined
        if (taker === 'network' || (!taker && handlers.length === 0)) return undefined
        return taker ?? source.send(outgoing, job, (frame) => frames.set(frame.data.request, frame))
      },
      connect: (outgoing, job) => source.connect(new SocketFrame(outgoing, job, realSockets)),
    },
    ready,
    setRules: (rules) => controller.replace(compile(rules)),
    explain,
    async takes(rule, events) {
      const [verdict] = explain(events, [rule])
      if (!whenRegexesRun()) return verdict?.taken ?? false
      // An expression has to be asked again once its engine is there.
      await whenRegexesRun()
      return explain(events, [rule])[0]?.taken ?? false
    },
    serviceWorkerState: () => state,
    async dispose() {
      // A worker that never starts must not block `dispose()`.
      const started = new AbortController()
      void ready.then(() => started.abort())
      await clock.sleep(LONGEST_START, started.signal)
      state = 'off'
      callRules = []
      for (const unseal of unseals) unseal()
      await Promise.all([disposables.dispose(), network.disable()])
    },
  }
}
