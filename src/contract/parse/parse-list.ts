import * as v from 'valibot'
import { InspectorError, type Issue } from '../inspector-error.ts'
import { toJson } from '../to-json.ts'
import { isRecord } from './parse-words.ts'

/**
 * A list of things with an `id` from outside; `what` is its name in paths and messages. Throws InspectorError `bad-rules` that names every
 * fault; the result shares nothing with `input`.
 */
export function parseList<Item>(what: 'rules' | 'scenarios', schema: v.GenericSchema, input: unknown): readonly Item[] {
  const plain = plainOf(what, input)
  const result = v.safeParse(schema, plain, { abortPipeEarly: true })
  const faults = (result.issues ?? []).map((issue): Issue => ({ path: pathIn(what, issue.path), message: issue.message }))
  const issues = [...faults, ...repeatedIds(what, plain)]
  if (issues.length === 0) return plain as readonly Item[]
  throw new InspectorError(
    'bad-rules',
    `The ${what} have ${issues.length} ${issues.length === 1 ? 'fault' : 'faults'}; nothing was changed.`,
    { issues },
  )
}

/** What survives JSON: this drops functions, detaches the result from the caller's objects and keeps a `__proto__` key as data. */
function plainOf(what: string, input: unknown): unknown {
  try {
    return JSON.parse(toJson(input) ?? 'null')
  } catch (cause) {
    throw new InspectorError('bad-rules', `The ${what} are not JSON.`, { issues: [{ path: what, message: String(cause) }], cause })
  }
}

function pathIn(what: string, path: readonly { readonly key?: unknown }[] | undefined): string {
  return `${what}${(path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')}`
}

/** Told beside every other fault, so that a second look is not needed. */
function repeatedIds(what: 'rules' | 'scenarios', list: unknown): Issue[] {
  const first = new Map<unknown, number>()
  const issues: Issue[] = []
  if (!Array.isArray(list)) return issues
  const one = what.slice(0, -1)
  list.forEach((value: unknown, index) => {
    const id = isRecord(value) ? value['id'] : undefined
    if (typeof id !== 'string') return
    const before = first.get(id)
    if (before === undefined) first.set(id, index)
    else issues.push({ path: `${what}[${index}].id`, message: `is the id of ${one} ${before} as well: every ${one} needs its own` })
  })
  return issues
}
