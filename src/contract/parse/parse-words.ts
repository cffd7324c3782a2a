import * as v from 'valibot'

/** What is wrong with an object, in words that say what to do. */
export const objectMessage = (issue: v.BaseIssue<unknown>): string => {
  if (issue.expected === 'never') return 'is not a known key: take it out, or correct its spelling'
  if (issue.received === 'undefined') return 'is missing: it must be there'
  return `must be an object, not ${issue.received}`
}

/** `what` says what the value must be; a value that is not there at all is told as missing. */
export const must = (what: string) => (issue: v.BaseIssue<unknown>) =>
  issue.received === 'undefined' ? `is missing: it must be ${what}` : `must be ${what}`

export const text = v.string(must('a string'))
export const name = v.pipe(text, v.nonEmpty('must not be empty'))
/** `what` says it in words. */
const size = (what: string) => v.pipe(v.number(must(what)), v.finite(must(what)), v.minValue(0, must(what)))
export const count = (what: string) => v.pipe(v.number(must(what)), v.integer(must(what)), v.minValue(1, must(what)))
export const milliseconds = size('a number of milliseconds, 0 or more')
export const seed = v.number(must('a number'))
export const base64 = v.pipe(text, v.check(isBase64, 'is not base64: only A-Z a-z 0-9 + / and = at the end, no line breaks'))

export const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** ms, or a distribution of ms. */
export const delay = v.lazy((value) =>
  isRecord(value)
    ? v.strictObject(
        {
          mean: milliseconds,
          jitter: v.optional(milliseconds),
          distribution: v.optional(v.picklist(['uniform', 'normal', 'spike'], must('uniform, normal or spike'))),
          seed: v.optional(seed),
        },
        objectMessage,
      )
    : milliseconds,
)

/** Header names, each with a value or several. */
export const headers = v.pipe(
  v.custom<Record<string, unknown>>(isRecord, 'must be an object of header names and values'),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    for (const [key, value] of Object.entries(dataset.value)) {
      const path: [v.ObjectPathItem] = [{ type: 'object', origin: 'value', input: dataset.value, key, value }]
      if (!HEADER_NAME.test(key)) addIssue({ message: 'is not a legal header name', path })
      const lines = Array.isArray(value) ? value : [value]
      if (!lines.every((line) => typeof line === 'string' && !/[\r\n\0]/.test(line))) {
        addIssue({ message: 'must be a string without line breaks, or a list of them', path })
      }
    }
  }),
)

/** In two simple looks: a body may hold megabytes. */
function isBase64(value: string): boolean {
  const padded = value.endsWith('=')
  return /^[A-Za-z\d+/]*={0,2}$/.test(value) && (padded ? value.length % 4 === 0 : value.length % 4 !== 1)
}
