import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import { toJson } from '../../../contract/to-json.ts'
import { useInspector } from '../../store/inspector-context.ts'
import type { InspectorStore } from '../../store/inspector-store.ts'

type Rules = readonly MockRule[]

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
  /** The rules before each change that was made here, and after it; the oldest first. */
  readonly done: readonly { readonly before: Rules; readonly after: Rules }[]
  readonly undone: readonly { readonly before: Rules; readonly after: Rules }[]
  readonly mocked: MockedCall | undefined
  /** The rule that was made of a task, by its id. */
  readonly ruleOf: ReadonlyMap<string, string>
  /** The task whose response is being edited. */
  readonly editing: string | undefined
  /** The rule that the Mocks view shows. */
  readonly opened: string | undefined
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

/** Changes the rules so that it can be undone. Tells whether the source took them. */
export async function changeRules({ source, store }: RulesPlace, after: Rules): Promise<boolean> {
  const before = source.state?.()?.rules
  if (!before || !source.send) return false
  const outcome = await source.send({ type: 'set-rules', rules: after })
  if (!outcome.ok) return false
  mocksOf(store).setState(({ done }) => ({ done: [...done, { before, after }].slice(-MOST_DONE), undone: [] }))
  return true
}

/** Takes the last change back, or does it again. Rules that were changed elsewhere since are not overwritten: then there is no way back. */
export async function stepRules({ source, store }: RulesPlace, way: 'undo' | 'redo'): Promise<boolean> {
  const state = mocksOf(store)
  const { done, undone } = state.getState()
  const step = (way === 'undo' ? done : undone).at(-1)
  if (!step || !source.send) return false
  const [from, to] = way === 'undo' ? [step.after, step.before] : [step.before, step.after]
  if (toJson(source.state?.()?.rules) !== toJson(from)) {
    state.setState({ done: [], undone: [] })
    return false
  }
  const outcome = await source.send({ type: 'set-rules', rules: to })
  if (!outcome.ok) return false
  const ids = new Set(to.map(({ id }) => id))
  state.setState(({ mocked, ruleOf }) => ({
    ...(way === 'undo' ? { done: done.slice(0, -1), undone: [...undone, step] } : { done: [...done, step], undone: undone.slice(0, -1) }),
    ruleOf: new Map([...ruleOf].filter(([, ruleId]) => ids.has(ruleId))),
    ...(mocked && !ids.has(mocked.ruleId) && { mocked: undefined }),
  }))
  return true
}
