import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { WX_RULES } from '../../src/recorder/applied-rules/wx-rules.ts'
import { appliedIn } from '../../src/testing/applied-in.ts'
import { conformancePage } from './conformance-page.ts'
import { explainedRules } from './explained-rules.ts'
import type { Outcome } from './outcome.ts'
import { CONFORMANCE_PAGE, FIRST_VECTORS, OWN_VECTORS, outcomesOf } from './run-vectors.ts'
import type { Vector } from './vector.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

let outcomes: readonly Outcome[]
beforeAll(async () => {
  outcomes = await outcomesOf(OWN_VECTORS.map((path) => join(ROOT, path)))
})

describe('the page of conformance', () => {
  it('says what the vectors come to now; when it does not, npm run vectors writes it anew', () => {
    const committed = readFileSync(join(ROOT, CONFORMANCE_PAGE), 'utf8')
    expect(committed === conformancePage(outcomes, explainedRules(ROOT)), `${CONFORMANCE_PAGE} is out of date: run npm run vectors`).toBe(
      true,
    )
  })

  it('tells a failed and a skipped vector from one that passed', () => {
    const vector = { id: 'V-1', rule: 'CONV-1', env: {}, confidence: 'documented' } as Vector
    const page = conformancePage(
      [
        { vector, status: 'passed' },
        { vector: { ...vector, id: 'V-2' }, status: 'failed' },
        { vector: { ...vector, id: 'V-3', env: { platform: 'ios' } }, status: 'skipped' },
        { vector: { ...vector, id: 'V-4', confidence: 'inferred' }, status: 'passed' },
      ],
      [
        { id: 'CONV-1', sure: 'D', code: [], tests: [] },
        { id: 'CONV-2', sure: 'D', code: ['src/a.ts'], tests: ['src/a.test.ts'] },
        { id: 'CONV-3', sure: 'I', code: ['src/a.ts'], tests: [] },
        { id: 'CONV-4', sure: 'O', code: [], tests: [] },
      ],
    )
    expect(page).toContain('**4 vectors: 2 passed, 1 failed, 1 skipped.** Of the 4 rules in [wechat.md](wechat.md) they are about 1')
    expect(page).toContain('| CONV-1 | documented | android | 1 | 1 | 0 | V-1, V-2 (failed) |')
    expect(page).toContain('| CONV-1 | documented | ios | 0 | 0 | 1 | V-3 (skipped) |')
    expect(page.slice(page.indexOf('## Inferred'))).toContain('| CONV-1 | inferred | android | 1 | 0 | 0 | V-4 |')
    expect(page.slice(page.indexOf('### A test names it'))).toContain('| CONV-2 | D | `src/a.test.ts` |')
    expect(page.slice(page.indexOf('### The code names it'))).toContain('| CONV-3 | I | `src/a.ts` |')
    expect(page.slice(page.indexOf('### Not covered'))).toContain('CONV-4')
  })
})

/** Vectors whose rule decided nothing about their call. */
const UNDECIDED: ReadonlySet<string> = new Set([
  // It says what is absent when nobody asked for it.
  'V-133',
  // Refused for its scheme, before its address is looked at.
  'V-079',
])

describe('the rules that applied', () => {
  // The second list holds cases in which a rule does not apply, too.
  it('name the rule of a vector among those of its tasks', async () => {
    const missed = (await outcomesOf([join(ROOT, FIRST_VECTORS)]))
      .filter(({ vector }) => vector.rule in WX_RULES && !UNDECIDED.has(vector.id))
      .filter(({ events, vector }) => !idsIn(events).has(vector.rule))
    expect(missed.map(({ vector, events }) => `${vector.id} ${vector.rule}: ${[...idsIn(events)].join(' ')}`)).toEqual([])
  })

  it('are as sure as docs/wechat.md says', () => {
    const sure = new Map(explainedRules(ROOT).map((rule) => [rule.id, rule.sure]))
    expect(Object.entries(WX_RULES).filter(([id, marked]) => sure.get(id) !== marked)).toEqual([])
  })
})

function idsIn(events: Outcome['events']): ReadonlySet<string> {
  return new Set(appliedIn(events).flatMap((applied) => applied.map(({ id }) => id)))
}
