import type { BodySnapshot } from '../../../contract/event/body-snapshot.ts'
import { withoutQuery } from '../../../contract/event/without-query.ts'
import type { MockAnswer, MockRule } from '../../../contract/mock/mock-rule.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import { toJson } from '../../../contract/to-json.ts'
import { type AnswerNames, answerOf, mockCall, type RecordedCall, ruleFor, type Variant } from '../../../mocks/rule-from-call.ts'
import { scriptFromEvents } from '../../../mocks/script-from-events.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { splitUrl } from '../../rows/url-parts.ts'
import { changeRules, mocksOf, type RulesPlace } from './mocks-state.ts'

/** A task with the body of its response, as rules are made of it. */
export function recordedCall(source: PanelSource, task: TaskSnapshot): RecordedCall {
  if (task.api === 'connectSocket') return { task, script: scriptFromEvents(source.events(task.taskId)) }
  const end = source.events(task.taskId).findLast((event) => event.type === 'succeeded')
  const body: BodySnapshot | undefined = end?.type === 'succeeded' ? end.body : undefined
  return { task, ...(body && { body }) }
}

/** Gives each of the tasks' addresses a ready-made answer from now on. */
export async function mockTasks(place: RulesPlace, tasks: readonly TaskSnapshot[], variant: Variant, names: AnswerNames): Promise<boolean> {
  const calls = tasks.map((task) => recordedCall(place.source, task))
  return mockCalls(
    place,
    calls.map((call, nth) => ({ task: tasks[nth] as TaskSnapshot, call, answer: { ...answerOf(variant, call), name: names[variant] } })),
    names,
  )
}

interface MockedTask {
  readonly task: TaskSnapshot
  readonly call: RecordedCall
  readonly answer: MockAnswer & { readonly name: string }
}

/** Gives tasks' addresses an answer each, in rules that are there for them or in new ones before all others. */
export async function mockCalls(place: RulesPlace, mocked: readonly MockedTask[], names: Pick<AnswerNames, 'coded'>): Promise<boolean> {
  let rules: readonly MockRule[] | undefined = place.source.state?.()?.rules
  if (!rules) return false
  const made: (readonly [string, string])[] = []
  for (const { task, call, answer } of mocked) {
    const known = ruleFor(rules, call)
    const answers: boolean =
      known !== undefined && (known.id === takerOf(place.source, task, rules) || made.some(([, id]) => id === known.id))
    // A rule for this address that another one stands before would never be asked.
    const result = mockCall(answers ? rules : [], call, answer, newId(rules, task), names)
    rules = answers ? result.rules : [...result.rules, ...rules]
    made.push([task.taskId, result.ruleId])
  }
  const last = mocked.at(-1)
  if (!last || !(await changeRules(place, rules)).ok) return false
  mocksOf(place.store).setState(({ ruleOf }) => ({
    ruleOf: new Map([...ruleOf, ...made]),
    mocked: { ruleId: made.at(-1)?.[1] as string, call: callOf(last.task), answer: last.answer.name },
  }))
  return true
}

/** What a call of a blocked address fails with: as Chrome's own blocked requests do, in the words of WeChat. */
const BLOCKED = { kind: 'fail', error: 'ERR_BLOCKED_BY_CLIENT' } as const

/** Refuses the addresses of the tasks, whatever the method, in rules before all others. `name` is what their answer is called. */
export async function blockTasks(place: RulesPlace, tasks: readonly TaskSnapshot[], name: string): Promise<boolean> {
  let rules: readonly MockRule[] | undefined = place.source.state?.()?.rules
  const last = tasks.at(-1)
  if (!rules || !last) return false
  let ruleId = ''
  for (const task of tasks) {
    const made = blockRule(task, newId(rules, { ...task, method: 'block' }), name)
    const known: MockRule | undefined = rules.find(({ when, respond }) => isSame(when, made.when) && isSame(respond, made.respond))
    const rule: MockRule = known ? { ...known, enabled: true } : made
    rules = [rule, ...rules.filter((each) => each !== known)]
    ruleId = rule.id
  }
  if (!(await changeRules(place, rules)).ok) return false
  mocksOf(place.store).setState({ mocked: { ruleId, call: splitUrl(last.url).path || '/', answer: name } })
  return true
}

function blockRule({ api, url }: TaskSnapshot, id: string, name: string): MockRule {
  const address = withoutQuery(url)
  return {
    id,
    name: `${name} · ${splitUrl(address).path || address}`,
    enabled: true,
    when: { ...(api === 'connectSocket' && { api }), url: address },
    respond: { mode: 'pick', answers: [{ ...BLOCKED, name }], picked: name },
  }
}

function isSame(one: object, other: object): boolean {
  return toJson(one) === toJson(other)
}

/** The rule that would answer the call if it came again. */
function takerOf(source: PanelSource, { taskId, ruleId }: TaskSnapshot, rules: readonly MockRule[]): string | undefined {
  return source.explainMatch ? source.explainMatch(taskId).find(({ taken }) => taken)?.ruleId : (ruleId ?? rules[0]?.id)
}

/** Method and path. */
export function callOf({ method, url }: TaskSnapshot): string {
  return `${method} ${splitUrl(url).path || '/'}`
}

/** An id that says what the rule is for, and that no other has. */
function newId(rules: readonly MockRule[], { method, url }: Pick<TaskSnapshot, 'method' | 'url'>): string {
  const stem = `${method} ${splitUrl(url).path}`
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
  const ids = new Set(rules.map(({ id }) => id))
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? `mock-${stem}` : `mock-${stem}-${number}`
    if (!ids.has(id)) return id
  }
}
