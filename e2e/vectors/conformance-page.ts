import type { ExplainedRule } from './explained-rules.ts'
import type { Outcome } from './outcome.ts'

type Verdict = Pick<Outcome, 'vector' | 'status'>

/** What came of the vectors of one rule that are equally sure and about one platform. */
interface Row {
  readonly rule: string
  readonly confidence: string
  readonly platform: string
  readonly outcomes: readonly Verdict[]
}

/** The page that a run writes: what each vector came to, by rule, and which rules no vector names. The same run gives the same page. */
export function conformancePage(outcomes: readonly Verdict[], rules: readonly ExplainedRule[]): string {
  const order = new Map(rules.map(({ id }, place) => [id, place]))
  const rows = rowsOf(outcomes).sort((one, other) => place(order, one.rule) - place(order, other.rule))
  const inferred = rows.filter(({ confidence }) => confidence === 'inferred')
  const sure = rows.filter(({ confidence }) => confidence !== 'inferred')
  const held = new Set(rows.map(({ rule }) => rule))
  const without = rules.filter(({ id }) => !held.has(id))
  return `${[
    '# Conformance',
    'Written by `npm run vectors` from its run over both lists of vectors in `e2e/vectors/`, and not by hand: a run that comes to something else changes this page, and `npm test` fails until the page says so.',
    `**${outcomes.length} vectors: ${tally(outcomes)}.** Of the ${rules.length} rules in [wechat.md](wechat.md) they are about ${held.size}; the other ${without.length} are at the end.`,
    summary(sure, inferred),
    'A vector is one case of its rule on one platform, not the whole of it: a call, what a server answers, and what must come of it. That it passes here says that this library does what the vector says. How sure it is that WeChat does so too is the confidence, and nobody has checked the inferred ones against a phone.',
    '## Documented or observed',
    table(sure),
    '## Inferred',
    'Concluded from open re-implementations, or by reasoning. A device may overturn these.',
    table(inferred),
    '## Rules without a vector',
    'What the sources say of them. A test that names a rule is run by `npm test`, not by the run that wrote this page.',
    ...section(
      'A test names it',
      without.filter(({ tests }) => tests.length > 0),
    ),
    ...section(
      'The code names it, and no test does',
      without.filter(({ code, tests }) => code.length > 0 && tests.length === 0),
    ),
    ...uncovered(without.filter(({ code, tests }) => code.length === 0 && tests.length === 0)),
  ].join('\n\n')}\n`
}

function rowsOf(outcomes: readonly Verdict[]): Row[] {
  const rows = new Map<string, Verdict[]>()
  for (const outcome of outcomes) {
    const { confidence, env, rule } = outcome.vector
    const key = [rule, confidence, String(env['platform'] ?? 'android')].join(' ')
    rows.set(key, [...(rows.get(key) ?? []), outcome])
  }
  return Array.from(rows, ([key, own]) => {
    const [rule = '', confidence = '', platform = ''] = key.split(' ')
    return { rule, confidence, platform, outcomes: own }
  })
}

/** A rule that wechat.md does not explain stands behind all others. */
function place(order: ReadonlyMap<string, number>, rule: string): number {
  return order.get(rule) ?? order.size
}

function summary(sure: readonly Row[], inferred: readonly Row[]): string {
  const line = (name: string, rows: readonly Row[]) => {
    const outcomes = rows.flatMap((row) => row.outcomes)
    return [name, new Set(rows.map(({ rule }) => rule)).size, outcomes.length, ...counts(outcomes)]
  }
  return markdown(
    ['confidence', 'rules', 'vectors', 'passed', 'failed', 'skipped'],
    [line('documented or observed', sure), line('inferred', inferred)],
  )
}

function table(rows: readonly Row[]): string {
  return markdown(
    ['rule', 'confidence', 'platform', 'passed', 'failed', 'skipped', 'vectors'],
    rows.map(({ rule, confidence, platform, outcomes }) => [
      rule,
      confidence,
      platform,
      ...counts(outcomes),
      outcomes.map(({ vector, status }) => (status === 'passed' ? vector.id : `${vector.id} (${status})`)).join(', '),
    ]),
  )
}

function section(title: string, rules: readonly ExplainedRule[]): string[] {
  if (rules.length === 0) return []
  const where = ({ code, tests }: ExplainedRule) => (tests.length > 0 ? tests : code).map((path) => `\`${path}\``).join(', ')
  return [
    `### ${title}`,
    markdown(
      ['rule', 'sure', 'where'],
      rules.map((rule) => [rule.id, rule.sure, where(rule)]),
    ),
  ]
}

function uncovered(rules: readonly ExplainedRule[]): string[] {
  if (rules.length === 0) return []
  return [
    '### Not covered',
    'No vector, no test and no code names these. Some only say which option brings another rule, as REQ-17 does CHUNK-1; others are about what is not imitated.',
    rules.map(({ id }) => id).join(', '),
  ]
}

const STATUSES = ['passed', 'failed', 'skipped'] as const

function counts(outcomes: readonly Verdict[]): number[] {
  return STATUSES.map((status) => outcomes.filter((outcome) => outcome.status === status).length)
}

function tally(outcomes: readonly Verdict[]): string {
  return counts(outcomes)
    .map((count, index) => `${count} ${STATUSES[index]}`)
    .join(', ')
}

function markdown(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
