import type { Clock } from '../contract/clock.ts'
import { createDisposables, type Disposables } from '../contract/disposables.ts'
import type { TaskEvent } from '../contract/event/task-event.ts'
import type { MockRule } from '../contract/mock/mock-rule.ts'
import type { RuleVerdict } from '../contract/mock/rule-verdict.ts'
import type { ServiceWorkerState } from '../contract/panel-source.ts'
import type { Settings } from '../contract/settings.ts'
import type { Job, Transport } from '../contract/transport.ts'
import { firstAnswer } from '../transport/first-answer.ts'
import { loadNetwork } from '../transport/msw/load-network.ts'
import type { MswNetwork } from '../transport/msw/network.ts'
import { createPageTransport } from '../transport/network/page-transport.ts'
import { createRefuseTransport } from '../transport/refuse-transport.ts'

export interface AnswersOptions {
  readonly clock: Clock
  /** How fast the clock goes; the real network is not slowed with it. Default: 1, real time. */
  readonly speed?: () => number
  readonly settings: () => Settings
  readonly rules: readonly MockRule[]
  /** The project's own MSW handlers, tried after the rules. */
  readonly handlers: readonly unknown[]
  /** The URL of MSW's service worker; `false`: the page's own fetch and XHR are not intercepted. */
  readonly serviceWorker: false | { readonly url: string; readonly takeOver?: boolean }
  /** Called when another service worker prevents or replaces ours. */
  readonly onOtherWorker?: (scriptUrl: string) => void
  /** Receives the events of the page's own calls, which the worker intercepts. */
  readonly onPageEvent: (event: TaskEvent) => void
}

export interface Answers {
  readonly transport: Transport
  /** Resolves when rules can answer and the service worker has started or failed to. Rejects if MSW could not be loaded. */
  readonly ready: Promise<void>
  setRules(rules: readonly MockRule[]): void
  serviceWorker(): ServiceWorkerState
  /** Holds a recorded call against the rules, or against one, by its events. Empty while rules cannot answer yet. */
  explain(events: readonly TaskEvent[], ruleId?: string): readonly RuleVerdict[]
  /** Whether a rule, which may be none of those in use, would take a recorded call. Waits until rules can be asked. */
  takes(rule: MockRule, events: readonly TaskEvent[]): Promise<boolean>
  dispose(): Promise<void>
}

/** Chains everything that can answer a call: the rules, ready-made handlers, then `settings.unmatched`. */
export function createAnswers(options: AnswersOptions): Answers {
  const disposables = createDisposables()
  const unmatched = createUnmatched(options, disposables)
  let rules = options.rules
  let network: MswNetwork | undefined
  let chain: Transport | undefined

  const loading = createMockNetwork(options, rules).then(
    (loaded) => {
      network = loaded.network
      network.setRules(rules)
      chain = firstAnswer(loaded.transport, unmatched)
    },
    (cause: unknown) => {
      // Without MSW no rule can answer, but the real network can.
      chain = unmatched
      throw cause
    },
  )
  const ready = loading.then(() => network?.ready)
  ready.catch(() => {})

  return {
    transport: {
      async send(outgoing, job) {
        if (!chain) await loading.catch(() => {})
        return (chain ?? unmatched).send(outgoing, job)
      },
      async connect(outgoing, job) {
        if (!chain) await loading.catch(() => {})
        return (chain ?? unmatched).connect?.(outgoing, job)
      },
    },
    ready,
    setRules(next) {
      rules = next
      network?.setRules(next)
    },
    serviceWorker: () => (options.serviceWorker ? (network?.serviceWorkerState() ?? 'starting') : 'off'),
    explain(events, ruleId) {
      const one = rules.find(({ id }) => id === ruleId)
      return network?.explain(events, one ? [one] : rules) ?? []
    },
    async takes(rule, events) {
      await loading.catch(() => {})
      return network?.takes(rule, events) ?? false
    },
    async dispose() {
      const disposing = disposables.dispose()
      await loading.catch(() => {})
      await network?.dispose()
      await disposing
    },
  }
}

async function createMockNetwork(options: AnswersOptions, rules: readonly MockRule[]) {
  const [{ createMswNetwork }, { createSimulatedNetwork }] = await Promise.all([
    loadNetwork(),
    import('../transport/simulated/simulated-network.ts'),
  ])
  const network = createMswNetwork({
    clock: options.clock,
    rules,
    handlers: options.handlers,
    serviceWorker: options.serviceWorker,
    ...(options.onOtherWorker && { onOtherWorker: options.onOtherWorker }),
    environment: () => {
      const { platform, lib } = options.settings()
      return { platform, lib }
    },
    onPageEvent: options.onPageEvent,
  })
  const transport = createSimulatedNetwork(network.transport, { conditions: () => options.settings().conditions })
  return { network, transport }
}

function createUnmatched({ clock, settings, speed = () => 1 }: AnswersOptions, disposables: Disposables): Transport {
  const page = createPageTransport(clock, disposables)
  const noRule = createRefuseTransport('no-rule')
  const noRelay = createRefuseTransport('no-relay')
  const byName: Readonly<Record<Settings['unmatched'], (job: Job) => Transport>> = {
    network: ({ carrier = page }) => (speed() === 1 ? carrier : unslowed(carrier)),
    fail: () => noRule,
    relay: () => noRelay,
  }
  return {
    send: (outgoing, job) => byName[settings().unmatched](job).send(outgoing, job),
    connect: async (outgoing, job) => byName[settings().unmatched](job).connect?.(outgoing, job),
  }
}

/** The real network under a slowed clock, on which what the browser measured has no place. */
function unslowed(transport: Transport): Transport {
  return {
    ...transport,
    async send(outgoing, job) {
      const route = await transport.send(outgoing, job)
      const answer = route?.answer.then(({ measuredTiming: _, ...rest }) => rest)
      answer?.catch(() => {})
      return route && answer && { ...route, answer, unslowed: true }
    },
  }
}
