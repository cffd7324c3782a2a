import * as v from 'valibot'
import { condition } from './parse-match.ts'
import { base64, count, delay, headers, isRecord, must, objectMessage, text } from './parse-words.ts'

/** What a page or a server may close a socket with; those between stand for things that nobody sends. */
const isCloseCode = (code: number): boolean =>
  (code >= 1000 && code <= 1014 && ![1004, 1005, 1006].includes(code)) || (code >= 3000 && code <= 4999)

const encoder = new TextEncoder()

const close = v.strictObject(
  {
    code: v.optional(
      v.pipe(
        v.number(must('a number')),
        v.integer(must('a whole number')),
        v.check(
          isCloseCode,
          'is no code that a server may close with: 1000 to 1014 or 3000 to 4999, and not 1004, 1005 or 1006; for a connection that breaks write { drop: true }',
        ),
      ),
    ),
    reason: v.optional(
      v.pipe(
        text,
        v.check((value) => encoder.encode(value).length <= 123, 'is longer than 123 bytes of UTF-8'),
      ),
    ),
  },
  objectMessage,
)

/** A condition on a message is one on a body, which need not be said. */
const messageCondition = v.pipe(
  v.custom<Record<string, unknown>>(isRecord, 'must be an object such as { operator: "contains", value: "ping" }'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const whole: [v.ObjectPathItem] = [{ type: 'object', origin: 'value', input: dataset.value, key: 'on', value: dataset.value['on'] }]
    if ('on' in dataset.value) addIssue({ message: 'is not a known key: a condition here is always about the message', path: whole })
    else
      for (const issue of v.safeParse(condition, { ...dataset.value, on: 'body' }).issues ?? [])
        addIssue({ message: issue.message, ...(issue.path && { path: issue.path as unknown as typeof whole }) })
  }),
)

const match = v.array(messageCondition, must('a list of conditions, empty for any message'))

const STEPS = 'text, json, base64, expect, on with reply, echo, repeat with steps, close or drop'

const step: v.GenericSchema = v.lazy((value) => {
  const after = v.optional(delay)
  const has = (key: string): boolean => isRecord(value) && key in value
  if (has('text')) return v.strictObject({ after, text }, objectMessage)
  if (has('json')) return v.strictObject({ after, json: v.unknown() }, objectMessage)
  if (has('base64')) return v.strictObject({ after, base64 }, objectMessage)
  if (has('expect')) return v.strictObject({ after, expect: match }, objectMessage)
  if (has('on')) return v.strictObject({ after, on: match, reply: steps }, objectMessage)
  if (has('echo')) return v.strictObject({ after, echo: trueOrCount }, objectMessage)
  if (has('repeat')) return repeat
  if (has('close')) return v.strictObject({ after, close }, objectMessage)
  if (has('drop')) return v.strictObject({ after, drop: v.literal(true, must('true')) }, objectMessage)
  return v.custom(() => false, `must be one step: ${STEPS}`)
})

const trueOrCount = v.lazy((value) => (value === true ? v.literal(true) : count('true, or a whole number of messages')))

const steps = v.pipe(
  v.array(step, must('a list of steps')),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const list: readonly unknown[] = dataset.value
    const index = list.findIndex((value) => isRecord(value) && ('close' in value || 'drop' in value))
    if (index < 0 || index === list.length - 1) return
    const next = index + 1
    addIssue({
      message: 'can never be done: the socket is closed by the step before',
      path: [{ type: 'array', origin: 'value', input: [...list], key: next, value: list[next] }],
    })
  }),
)

const repeat = v.pipe(
  v.strictObject(
    {
      after: v.optional(delay),
      repeat: v.lazy((value) =>
        typeof value === 'string' ? v.literal('forever', must('a whole number, or forever')) : count('a whole number, or forever'),
      ),
      steps,
    },
    objectMessage,
  ),
  v.forward(
    v.partialCheck(
      [['repeat'], ['steps']],
      ({ repeat, steps }) => repeat !== 'forever' || (steps as readonly unknown[]).some(waits),
      'need one that waits, by after or expect: they would fill the memory at once',
    ),
    ['steps'],
  ),
)

function waits(step: unknown): boolean {
  if (!isRecord(step)) return false
  const { after, steps } = step
  if ('expect' in step || (Array.isArray(steps) && steps.some(waits))) return true
  return typeof after === 'number' ? after > 0 : isRecord(after) && typeof after['mean'] === 'number' && after['mean'] > 0
}

const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/

/** The answer that plays a socket's server. */
export const socketAnswer = v.strictObject(
  {
    kind: v.literal('socket'),
    protocol: v.optional(v.pipe(text, v.regex(TOKEN, 'is not a legal name of a sub-protocol'))),
    headers: v.optional(headers),
    delay: v.optional(delay),
    script: steps,
  },
  objectMessage,
)
