import * as v from 'valibot'
import { InspectorError, type Issue } from '../inspector-error.ts'
import type { MockRule } from '../mock-rule.ts'
import { toJson } from '../to-json.ts'
import { respond } from './parse-answer.ts'
import { match } from './parse-match.ts'
import { count, isRecord, must, name, objectMessage, text } from './parse-words.ts'

/** Rules from outside: `input` is a list of rules. Throws InspectorError `bad-rules` that names every fault; the result shares nothing with `input`. */
export function parseRules(input: unknown): readonly MockRule[] {
  const plain = plainOf(input)
  const result = v.safeParse(rules, plain, { abortPipeEarly: true })
  const faults = (result.issues ?? []).map((issue): Issue => ({ path: pathOf(issue.path), message: issue.message }))
  const issues = [...faults, ...repeatedIds(plain)]
  if (issues.length === 0) return plain as readonly MockRule[]
  throw new InspectorError(
    'bad-rules',
    `The rules have ${issues.length} ${issues.length === 1 ? 'fault' : 'faults'}; nothing was changed.`,
    { issues },
  )
}

/** What survives JSON: this drops functions, detaches the result from the caller's objects and keeps a `__proto__` key as data. */
function plainOf(input: unknown): unknown {
  try {
    return JSON.parse(toJson(input) ?? 'null')
  } catch (cause) {
    throw new InspectorError('bad-rules', 'The rules are not JSON.', { issues: [{ path: 'rules', message: String(cause) }], cause })
  }
}

function pathOf(path: readonly { readonly key?: unknown }[] | undefined): string {
  return `rules${(path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')}`
}

const rule = v.pipe(
  v.strictObject(
    {
      id: name,
      name: text,
      enabled: v.boolean(must('true or false')),
      when: match,
      respond,
      limit: v.optional(count('a whole number of hits, 1 or more')),
    },
    objectMessage,
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const { when, respond } = dataset.value
    const at = (...keys: readonly [string, ...string[]]) =>
      keys.map((key): v.ObjectPathItem => ({ type: 'object', origin: 'value', input: {}, key, value: undefined })) as [v.ObjectPathItem]
    const kinds = kindsOf(respond)
    if (kinds.includes('socket')) {
      if (when.api !== undefined && when.api !== 'connectSocket')
        addIssue({ message: 'must be connectSocket, or left out: the rule answers with a socket', path: at('when', 'api') })
      if (kinds.some((kind) => kind === 'response' || kind === 'redirect'))
        addIssue({
          message: 'mixes a socket with answers that only a call can get; beside a socket, fail, hang and passthrough may stand',
          path: at('respond'),
        })
    } else if (when.api === 'connectSocket' && kinds.includes('redirect')) {
      addIssue({ message: 'holds a redirect, which no socket follows', path: at('respond') })
    }
  }),
)

/** The kinds of all answers of a rule. */
function kindsOf(respond: unknown): readonly unknown[] {
  const answers = isRecord(respond) && Array.isArray(respond.answers) ? respond.answers : [respond]
  return answers.map((answer: unknown) => (isRecord(answer) ? answer.kind : undefined))
}

const rules = v.array(rule, 'must be a list of rules: [{ id, name, enabled, when, respond }]')

/** Told beside every other fault, so that a second look is not needed. */
function repeatedIds(rules: unknown): Issue[] {
  const first = new Map<unknown, number>()
  const issues: Issue[] = []
  if (!Array.isArray(rules)) return issues
  rules.forEach((value: unknown, index) => {
    const id = isRecord(value) ? value.id : undefined
    if (typeof id !== 'string') return
    const before = first.get(id)
    if (before === undefined) first.set(id, index)
    else issues.push({ path: `rules[${index}].id`, message: `is the id of rule ${before} as well: every rule needs its own` })
  })
  return issues
}
