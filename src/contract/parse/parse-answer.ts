import * as v from 'valibot'
import { socketAnswer } from './parse-socket.ts'
import { base64, count, delay, headers, isRecord, milliseconds, must, name, objectMessage, seed, text } from './parse-words.ts'

const body = v.lazy((value) => {
  const key = isRecord(value) ? Object.keys(value)[0] : undefined
  if (key === 'text') return v.strictObject({ text }, objectMessage)
  if (key === 'base64') return v.strictObject({ base64 }, objectMessage)
  if (key === 'json') return v.strictObject({ json: v.unknown() }, objectMessage)
  if (key === 'template') return v.strictObject({ template: v.unknown() }, objectMessage)
  return v.custom(() => false, 'must be one of { json }, { text }, { base64 } and { template }')
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

/** `respond` of a rule: one answer, or several and how to choose. */
export const respond = v.lazy((value) =>
  isRecord(value) && 'mode' in value
    ? v.strictObject(
        {
          mode: v.picklist(['sequence', 'cycle', 'random'], must('sequence, cycle or random')),
          answers: v.pipe(v.array(answer, must('a list of answers')), v.minLength(1, 'needs at least one answer')),
          seed: v.optional(seed),
        },
        objectMessage,
      )
    : answer,
)
