import * as v from 'valibot'
import { socketAnswer } from './parse-socket.ts'
import { base64, count, delay, headers, isRecord, milliseconds, must, name, objectMessage, seed, text } from './parse-words.ts'

const body = v.lazy((value) => {
  if (isRecord(value) && 'mockjs' in value) return v.strictObject({ mockjs: v.unknown(), seed: v.optional(seed) }, objectMessage)
  const key = isRecord(value) ? Object.keys(value)[0] : undefined
  if (key === 'text') return v.strictObject({ text }, objectMessage)
  if (key === 'base64') return v.strictObject({ base64 }, objectMessage)
  if (key === 'json') return v.strictObject({ json: v.unknown() }, objectMessage)
  if (key === 'template') return v.strictObject({ template: v.unknown() }, objectMessage)
  return v.custom(() => false, 'must be one of { json }, { text }, { base64 }, { template } and { mockjs }')
})

const chunk = v.pipe(
  v.strictObject({ after: milliseconds, text: v.optional(text), base64: v.optional(base64) }, objectMessage),
  v.check((value) => (value.text === undefined) !== (value.base64 === undefined), 'needs either text or base64'),
)

const response = v.strictObject(
  {
    kind: v.literal('response'),
    status: v.optional(
      v.pipe(
        v.number(must('a number')),
        v.integer(must('a whole number')),
        v.minValue(200, 'must be 200 to 599: an answer cannot end with a lower status'),
        v.maxValue(599, 'must be 200 to 599'),
      ),
    ),
    headers: v.optional(headers),
    cookies: v.optional(
      v.array(
        v.pipe(text, v.regex(/^[^\r\n\0]+$/, 'must be one Set-Cookie line, such as sid=1; Path=/')),
        must('a list of Set-Cookie lines'),
      ),
    ),
    body: v.optional(body),
    delay: v.optional(delay),
    throttle: v.optional(v.strictObject({ bytesPerSecond: count('a whole number of bytes per second, 1 or more') }, objectMessage)),
    chunks: v.optional(v.array(chunk, must('a list of chunks'))),
  },
  objectMessage,
)

const answer = v.variant(
  'kind',
  [
    response,
    v.strictObject(
      {
        kind: v.literal('redirect'),
        status: v.optional(v.picklist([301, 302, 303, 307, 308], must('301, 302, 303, 307 or 308'))),
        to: v.pipe(name, v.regex(/^[^\r\n\0]+$/, 'must not hold line breaks')),
      },
      objectMessage,
    ),
    v.strictObject(
      {
        kind: v.literal('fail'),
        error: v.pipe(text, v.regex(/^[A-Z][A-Z\d_]*$/, 'must be the name of a net error, such as ERR_CONNECTION_REFUSED')),
        delay: v.optional(delay),
      },
      objectMessage,
    ),
    v.strictObject({ kind: v.literal('hang') }, objectMessage),
    v.strictObject({ kind: v.literal('passthrough') }, objectMessage),
    socketAnswer,
  ],
  (issue) =>
    isRecord(issue.input)
      ? must('response, redirect, fail, hang, passthrough or socket')(issue)
      : must('an object such as { kind: "response", status: 200 }')(issue),
)

/** An answer with a name beside its own fields. */
const namedAnswer = v.pipe(
  v.unknown(),
  v.transform((value) => {
    if (!isRecord(value)) return value
    const { name: _, ...rest } = value
    return rest
  }),
  answer,
)

const answers = v.pipe(
  v.array(v.unknown(), must('a list of answers')),
  v.minLength(1, 'needs at least one answer'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const names = new Map<unknown, number>()
    dataset.value.forEach((item, index) => {
      if (!isRecord(item) || !('name' in item)) return
      const { name } = item
      const before = names.get(name)
      const at = [itemAt(dataset.value, index), keyOf(item, 'name')] as const
      if (typeof name !== 'string' || name.trim() === '') addIssue({ message: 'must be a name', path: [...at] })
      else if (before !== undefined)
        addIssue({ message: `is the name of answer ${before} as well: every answer needs its own`, path: [...at] })
      else names.set(name, index)
    })
  }),
  v.array(namedAnswer),
)

const picking = v.pipe(
  v.strictObject({ mode: v.literal('pick'), answers: v.unknown(), picked: v.unknown() }, objectMessage),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || !Array.isArray(dataset.value.answers)) return
    const { value } = dataset
    const list = value.answers as readonly unknown[]
    list.forEach((item, index) => {
      if (isRecord(item) && !('name' in item))
        addIssue({
          message: 'is missing: in the mode pick every answer needs a name',
          path: [keyOf(value, 'answers'), itemAt(list, index), keyOf(item, 'name')],
        })
    })
    if (!list.some((item) => isRecord(item) && item['name'] === value.picked))
      addIssue({ message: 'must be the name of one of the answers', path: [keyOf(value, 'picked')] })
  }),
  v.strictObject({ mode: v.literal('pick'), answers, picked: v.unknown() }, objectMessage),
)

const choosing = v.strictObject(
  { mode: v.picklist(['sequence', 'cycle', 'random'], must('pick, sequence, cycle or random')), answers, seed: v.optional(seed) },
  objectMessage,
)

/** `respond` of a rule: one answer, or several and how to choose. */
export const respond = v.lazy((value) => {
  if (!isRecord(value) || !('mode' in value)) return answer
  return value['mode'] === 'pick' ? picking : choosing
})

function keyOf(input: Record<string, unknown>, key: string): v.ObjectPathItem {
  return { type: 'object', origin: 'value', input, key, value: input[key] }
}

function itemAt(input: readonly unknown[], key: number): v.ArrayPathItem {
  return { type: 'array', origin: 'value', input: [...input], key, value: input[key] }
}
