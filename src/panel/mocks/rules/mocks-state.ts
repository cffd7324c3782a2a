import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommandOutcome } from '../../../contract/command.ts'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import type { NetworkConditions } from '../../../contract/mock/network-conditions.ts'
import type { Scenario } from '../../../contract/mock/scenario.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import { isSameList } from '../../../contract/parse/sound.ts'
import { useInspector } from '../../store/inspector-context.ts'
import type { InspectorStore } from '../../store/inspector-store.ts'

/** What a person can change of what answers. */
interface Mocks {
  readonly rules: readonly MockRule[]
  readonly scenarios: readonly Scenario[]
  /** The id of the one in use. */
  readonly scenario: string | undefined
  /** The network that a person chose; using a scenario that has one takes it back. */
  readonly network: NetworkConditions | undefined
}

interface Step {
  readonly before: Mocks
  readonly after: Mocks
}

/** What was last mocked, until it is dismissed. */
export interface MockedCall {
  readonly ruleId: string
  /** Method and path, by which a person knows it. */
  readonly call: string
  /** The name of the answer that it gets. */
  readonly answer: string
}

/** What one panel knows of the rules beyond what its source says. */
export interface MocksState {
  /** Each change that was made here; the oldest first. */
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
  readonly mocked: MockedCall | undefined
  /** The rule that was made of a task, by its id. */
  readonly ruleOf: ReadonlyMap<string, string>
  /** The task whose response is being edited. */
  readonly editing: string | undefined
  /** The rule that the Mocks view shows. */
  readonly opened: string | undefined
  /** The rule whose row takes the focus as soon as it is drawn. */
  readonly toRow?: string | undefined
  /** Whether an editor was just opened: where it stands in place of the list, it takes the focus. */
  readonly toEditor?: boolean
}

const EMPTY: MocksState = { done: [], undone: [], mocked: undefined, ruleOf: new Map(), editing: undefined, opened: undefined }

/** Changes that can be undone. */
const MOST_DONE = 200

const stores = new WeakMap<InspectorStore, StoreApi<MocksState>>()

export function mocksOf(store: InspectorStore): StoreApi<MocksState> {
  let state = stores.get(store)
  if (!state) {
    state = createStore<MocksState>()(() => EMPTY)
    stores.set(store, state)
  }
  return state
}

/** Part of what the panel knows of its rules. */
export function useMocks<Part>(select: (state: MocksState) => Part): Part {
  return useStore(mocksOf(useInspector().store), select)
}

/** Where rules are changed: a panel and its source. */
export interface RulesPlace {
  readonly source: PanelSource
  readonly store: InspectorStore
}

/** What to change. `scenario: null` uses the rules as coded. */
interface MocksChange {
  readonly rules?: readonly MockRule[]
  readonly scenarios?: readonly Scenario[]
  readonly scenario?: string | null
}

/** Changes the rules so that it can be undone. What the source did not take changes nothing. */
export function changeRules(place: RulesPlace, rules: readonly MockRule[]): Promise<CommandOutcome> {
  return changeMocks(place, { rules })
}

/** Changes rules, scenarios and the scenario in use as one step that can be undone. What the source did not take changes nothing. */
export async function changeMocks(place: RulesPlace, change: MocksChange): Promise<CommandOutcome> {
  const before = mocksIn(place.source)
  const outcome = before ? await send(place.source, change) : NOT_TAKEN
  if (!before || !outcome.ok) return outcome
  const after = mocksIn(place.source)
  if (after) mocksOf(place.store).setState(({ done }) => ({ done: [...done, { before, after }].slice(-MOST_DONE), undone: [] }))
  return outcome
}

const NOT_TAKEN: CommandOutcome = { ok: false, issues: [] }

async function send({ send: command }: PanelSource, { rules, scenarios, scenario }: MocksChange): Promise<CommandOutcome> {
  if (!command) return NOT_TAKEN
  const outcomes = [
    scenarios && (await command({ type: 'set-scenarios', scenarios })),
    scenario !== undefined && (await command({ type: 'use-scenario', ...(scenario !== null && { scenarioId: scenario }) })),
    rules && (await command({ type: 'set-rules', rules })),
  ]
  return outcomes.find((outcome) => outcome && !outcome.ok) || { ok: true }
}

function mocksIn({ state }: PanelSource): Mocks | undefined {
  const now = state?.()
  if (!now?.rules) return undefined
  const network = now.chosen.some((path) => path.startsWith('conditions')) ? now.settings?.conditions : undefined
  return { rules: now.rules, scenarios: now.scenarios ?? [], scenario: now.scenario, network }
}

/** Takes the last change back, or does it again. What was changed elsewhere since is not overwritten: then there is no way back. */
export async function stepMocks({ source, store }: RulesPlace, way: 'undo' | 'redo'): Promise<boolean> {
  const state = mocksOf(store)
  const { done, undone } = state.getState()
  const step = (way === 'undo' ? done : undone).at(-1)
  const now = mocksIn(source)
  if (!step || !now) return false
  const [from, to] = way === 'undo' ? [step.after, step.before] : [step.before, step.after]
  if (!isSame(now, from)) {
    state.setState({ done: [], undone: [] })
    return false
  }
  if (!(await restore(source, now, to))) return false
  const ids = new Set(to.rules.map(({ id }) => id))
  state.setState(({ ruleOf }) => ({
    ...(way === 'undo' ? { done: done.slice(0, -1), undone: [...undone, step] } : { done: [...done, step], undone: undone.slice(0, -1) }),
    ruleOf: new Map([...ruleOf].filter(([, ruleId]) => ids.has(ruleId))),
    mocked: undefined,
  }))
  return true
}

async function restore(source: PanelSource, now: Mocks, to: Mocks): Promise<boolean> {
  const { rules, scenarios, scenario, network } = to
  const switched = now.scenario !== scenario
  const { ok: taken } = await send(source, {
    ...(!isSameList(now.scenarios, scenarios) && { scenarios }),
    ...(switched && { scenario: scenario ?? null }),
    rules,
  })
  if (taken && switched && network) await source.send?.({ type: 'configure', patch: { conditions: network } })
  return taken
}

function isSame(a: Mocks, b: Mocks): boolean {
  return a.scenario === b.scenario && isSameList(a.scenarios, b.scenarios) && isSameList(a.rules, b.rules)
}
