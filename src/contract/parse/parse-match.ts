import * as v from 'valibot'
import { readJsonPath } from '../json-path.ts'
import { readLinearRegex } from '../regex/linear-regex.ts'
import { regexOf } from '../regex/written-regex.ts'
import { HEADER_NAME, must, name, objectMessage, text } from './parse-words.ts'

function compiles(source: string, flags?: string): boolean {
  try {
    return Boolean(new RegExp(source, flags))
  } catch {
    return false
  }
}

/** What keeps a legal regular expression from being matched in linear time; `undefined` when nothing does. */
function refusalOf(source: string, flags = ''): string | undefined {
  const regex = readLinearRegex(source, flags)
  return 'refused' in regex ? regex.refused : undefined
}

const regexUrl = v.pipe(
  name,
  v.check(
    (value) => compiles(regexOf(value)?.source ?? '', regexOf(value)?.flags),
    'is not a legal regular expression: write /source/flags, with \\/ for a slash inside',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const { source, flags } = regexOf(dataset.typed ? dataset.value : '') ?? {}
    const refused = source !== undefined && compiles(source, flags) && refusalOf(source, flags)
    if (refused) addIssue({ message: refused })
  }),
)

/** A pattern with more is no address that anybody means, and takes its time to be compared. */
const MOST_PARTS = 32

const patternUrl = v.pipe(
  name,
  v.maxLength(2000, 'is longer than 2,000 characters'),
  v.regex(/^\S*$/, 'must not hold white space: write %20'),
  v.check(
    // `:id?` is an optional path parameter, every other question mark begins a query.
    (value) => !/[?#]/.test(value.replace(/:[A-Za-z_]\w*\?/g, '')),
    "must not have a query or a hash: the query is no part of the url; ask for it with { on: 'query', name, operator, value } in when.all",
  ),
  v.regex(
    /^(?:(?:http|ws)s?:\/\/|[/*])/i,
    'must be an absolute http or https url (for a socket, ws or wss), begin with / or *, or be a /regular expression/',
  ),
  v.check(
    (value) => (value.match(/\*|:[A-Za-z_]/g)?.length ?? 0) <= MOST_PARTS,
    `has more than ${MOST_PARTS} places of * or :name. A rule is matched in a short time, so that no address can freeze the page`,
  ),
  v.check(couldBeUrl, 'is not a legal url: look at its host and port'),
)

const url = v.lazy((value) => (typeof value === 'string' && regexOf(value) ? regexUrl : patternUrl))

/** Whether a url could ever look like this pattern. */
function couldBeUrl(pattern: string): boolean {
  return (
    !/^(?:http|ws)s?:/i.test(pattern) ||
    URL.canParse(
      pattern
        .replace(/:[A-Za-z_]\w*[?+*]?/g, 'x')
        .replace(/:\*/g, '')
        .replace(/\*/g, 'x'),
    )
  )
}

const method = v.pipe(text, v.regex(/^[A-Za-z]+$/, 'must be the name of a method, such as GET'))

/** One condition of a rule. */
export const condition = v.pipe(
  v.strictObject(
    {
      on: v.picklist(['query', 'header', 'cookie', 'body', 'call'], must('query, header, cookie, body or call')),
      name: v.optional(text),
      operator: v.picklist(['equals', 'contains', 'matches', 'exists', '<', '>'], must('equals, contains, matches, exists, < or >')),
      value: v.optional(v.unknown()),
      not: v.optional(v.boolean(must('true or false'))),
    },
    objectMessage,
  ),
  v.forward(
    v.partialCheck(
      [['on'], ['name']],
      ({ on, name }) => on === 'body' || on === 'call' || Boolean(name),
      'is missing: which key of the query, which header or which cookie?',
    ),
    ['name'],
  ),
  v.forward(
    v.partialCheck([['on'], ['name']], ({ on, name }) => on !== 'header' || HEADER_NAME.test(name ?? ''), 'is not a legal header name'),
    ['name'],
  ),
  v.forward(
    v.partialCheck(
      [['on'], ['name']],
      ({ on, name }) => on !== 'body' || readJsonPath(name ?? '') !== undefined,
      'is not a JSON path such as $.user.tags[0]',
    ),
    ['name'],
  ),
  v.forward(
    v.partialCheck(
      [['operator'], ['value']],
      ({ operator, value }) => operator === 'exists' || value !== undefined,
      'is missing: what should it be compared with?',
    ),
    ['value'],
  ),
  v.forward(
    v.partialCheck(
      [['operator'], ['value']],
      ({ operator, value }) =>
        operator !== 'matches' || (typeof value === 'string' && compiles(regexOf(value)?.source ?? value, regexOf(value)?.flags)),
      'is not a legal regular expression: write its source, or /source/flags',
    ),
    ['value'],
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.value.operator !== 'matches' || typeof dataset.value.value !== 'string') return
    const { source, flags } = regexOf(dataset.value.value) ?? { source: dataset.value.value, flags: '' }
    const refused = compiles(source, flags) && refusalOf(source, flags)
    const { value } = dataset
    if (refused) addIssue({ message: refused, path: [{ type: 'object', origin: 'value', input: value, key: 'value', value: value.value }] })
  }),
  v.forward(
    v.partialCheck(
      [['operator'], ['value']],
      ({ operator, value }) =>
        (operator !== '<' && operator !== '>') || (value !== '' && typeof value !== 'object' && Number.isFinite(Number(value))),
      'must be a number, because < and > compare numbers',
    ),
    ['value'],
  ),
)

const conditions = v.optional(v.array(condition, must('a list of conditions')))

/** `when` of a rule: which calls it is about. */
export const match = v.strictObject(
  {
    api: v.optional(
      v.picklist(['request', 'uploadFile', 'downloadFile', 'connectSocket'], must('request, uploadFile, downloadFile or connectSocket')),
    ),
    method: v.optional(v.lazy((value) => (Array.isArray(value) ? v.array(method) : method))),
    url,
    all: conditions,
    any: conditions,
  },
  objectMessage,
)
