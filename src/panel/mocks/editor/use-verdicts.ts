import { useEffect, useState } from 'react'
import type { MockRule } from '../../../contract/mock/mock-rule.ts'
import type { RuleVerdict } from '../../../contract/mock/rule-verdict.ts'
import { createRest } from '../../../contract/pace/create-rest.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import { toJson } from '../../../contract/to-json.ts'
import { useInspector, useInspectorState } from '../../store/inspector-context.ts'
import type { InspectorStore } from '../../store/inspector-store.ts'
import { answersOf } from '../rules/answers-of.ts'

/** Recorded calls that are held against a rule, the newest ones. */
const MOST_HELD = 500

/** A rule, and how the recorded calls came out that were held against it. */
export interface Verdicts {
  readonly rule: MockRule
  readonly calls: readonly { readonly taskId: string; readonly verdict: RuleVerdict }[]
  /** With those that were cleared meanwhile. */
  readonly total: number
}

interface Held extends Verdicts {
  /** What of the rule was held against the calls. */
  readonly asked: string
  /** Of the rows that were looked at. */
  readonly version: number
}

/** Holds the recorded calls against a rule, whether or not it is switched on. Until new ones are ready the last ones stay. */
export function useVerdicts(rule: MockRule): Verdicts | undefined {
  const { source, store } = useInspector()
  const version = useInspectorState((state) => state.version)
  const [held, setHeld] = useState<Held>()
  const asked = matchOf(rule)
  const isDue = held?.asked !== asked || held.version !== version
  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes while calls are held is held right after
  useEffect(() => {
    if (!isDue || !source.explainMatch) return undefined
    const stop = new AbortController()
    holdCalls(source, store, rule, stop.signal).then(
      (next) => setHeld({ asked, ...next }),
      () => {},
    )
    return () => stop.abort()
  }, [isDue, asked, held, source, store])
  return held?.rule.id === rule.id ? held : undefined
}

/** What of a rule decides which calls it takes, and what is said of them. */
function matchOf(rule: MockRule): string {
  const { id, enabled, when } = rule
  return toJson([id, enabled, when, answersOf(rule).list.map(({ kind }) => kind)])
}

/** In slices, so that neither an edit nor a frame waits for it. Rejects when it is stopped. */
async function holdCalls(
  source: PanelSource,
  store: InspectorStore,
  rule: MockRule,
  signal: AbortSignal,
): Promise<Verdicts & { readonly version: number }> {
  const rest = createRest({ signal })
  const { rows, version } = store.getState()
  const ids = rows.ids.slice(-MOST_HELD)
  const calls: Verdicts['calls'][number][] = []
  for (const taskId of ids) {
    await rest()
    // A call may have been cleared since.
    const [verdict] = rows.row(taskId) ? (source.explainMatch?.(taskId, rule.id) ?? []) : []
    if (verdict) calls.push({ taskId, verdict })
  }
  signal.throwIfAborted()
  return { rule, calls, total: ids.length, version }
}
