import * as v from 'valibot'
import type { MockRule } from '../mock/mock-rule.ts'
import { respond } from './parse-answer.ts'
import { parseList } from './parse-list.ts'
import { match } from './parse-match.ts'
import { count, isRecord, must, name, objectMessage, text } from './parse-words.ts'

/** Rules from outside: `input` is a list of rules. Throws InspectorError `bad-rules` that names every fault; the result is frozen, and shares no more with `input` than rules that came out of here. */
export function parseRules(input: unknown): readonly MockRule[] {
  return parseList<MockRule>('rules', rules, input)
}

const rule = v.pipe(
  v.strictObject(
    {
      id: name,
      name: text,
      enabled: v.boolean(must('true or false')),
      group: v.optional(text),
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
