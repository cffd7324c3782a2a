import type { Gate, HeldChange } from '../event/hold-event.ts'
import type { TaskApi } from '../event/task-event.ts'
import { InspectorError, type Issue } from '../inspector-error.ts'
import { toJson } from '../to-json.ts'

/** What can be changed at each gate. */
const CHANGEABLE: Readonly<Record<Gate, readonly (keyof HeldChange)[]>> = {
  send: ['url', 'method', 'header', 'data', 'fail'],
  headers: ['statusCode', 'header', 'data', 'fail'],
  'first-chunk': ['data', 'fail'],
  chunk: ['data', 'fail'],
  callbacks: ['statusCode', 'header', 'data', 'fail'],
}

/** What is wrong with a value; `undefined` if nothing is. By hand: a schema would drag its library into a file that is loaded late. */
const FAULTS: { readonly [Key in keyof HeldChange]-?: (value: unknown) => string | undefined } = {
  url: (value) => unless(/^https?:\/\//i.test(String(value)) && URL.canParse(String(value)), 'must be an absolute http or https url'),
  method: (value) => unless(/^[A-Z]+$/.test(String(value)), 'must be the name of a method, such as GET'),
  header: (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? unless(
          Object.entries(value).every(
            ([name, line]) => /^[\w!#$%&'*+.^`|~-]+$/.test(name) && typeof line === 'string' && !/[\r\n\0]/.test(line),
          ),
          'must have legal header names, each with a string without line breaks',
        )
      : 'must be an object of header names and values',
  data: () => undefined,
  statusCode: (value) =>
    unless(Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599, 'must be a whole number, 200 to 599'),
  fail: (value) => unless(/^[A-Z][A-Z\d_]*$/.test(String(value)), 'must be the name of a net error, such as ERR_CONNECTION_REFUSED'),
}

/**
 * What is to be changed of a call that is held at `gate`. Throws InspectorError `bad-option` that names every fault; the result shares
 * nothing with `input`.
 */
export function parseHeldChange(input: unknown, gate: Gate, call: { readonly api: TaskApi; readonly method: string }): HeldChange {
  const change = plainOf(input)
  const known = CHANGEABLE[gate]
  const issues = Object.entries(change).flatMap(([key, value]): Issue[] => {
    const path = `change.${key}`
    if (!known.includes(key as keyof HeldChange)) return [{ path, message: `cannot be changed at ${gate}: take it out` }]
    const message = FAULTS[key as keyof HeldChange](value)
    return message === undefined ? [] : [{ path, message }]
  })
  const { data, method = call.method } = change as HeldChange
  if (gate === 'send' && data !== undefined) {
    if (call.api === 'uploadFile') {
      issues.push({ path: 'change.data', message: 'cannot be changed: the body of an upload holds its file' })
    } else if (method === 'GET' || method === 'HEAD') {
      issues.push({ path: 'change.data', message: `cannot be sent with ${method}: change the method, or put it into the url` })
    }
  }
  if (issues.length > 0) throw badChange(issues)
  return change
}

/** What survives JSON. */
function plainOf(input: unknown): Readonly<Record<string, unknown>> {
  let plain: unknown
  try {
    plain = JSON.parse(toJson(input) ?? 'null')
  } catch (cause) {
    throw badChange([{ path: 'change', message: `is not JSON: ${String(cause)}` }])
  }
  if (typeof plain === 'object' && plain !== null && !Array.isArray(plain)) return plain as Record<string, unknown>
  throw badChange([{ path: 'change', message: 'must be an object' }])
}

function unless(fine: boolean, message: string): string | undefined {
  return fine ? undefined : message
}

function badChange(issues: readonly Issue[]): InspectorError {
  return new InspectorError('bad-option', 'Nothing was changed: the call stays held.', { issues })
}
