import type { Clock } from '../../../contract/clock.ts'
import type { Json } from '../../../contract/event/json.ts'
import { toJson } from '../../../contract/to-json.ts'
import type { Hit } from './compile-match.ts'
import { compilePath } from './json-path.ts'

/** Fills a template for one hit. */
export type Fill = (hit: Hit, clock: Clock) => Json

type Read = (hit: Hit, clock: Clock) => unknown

/**
 * Compiles a template. `{{ query.page | number | default 1 }}` is replaced in its strings; a string that is a single expression keeps the
 * type of the value. Unknown expressions stay as they are.
 */
export function compileTemplate(template: Json): Fill {
  if (typeof template === 'string') return compileString(template)
  if (Array.isArray(template)) {
    const items = template.map(compileTemplate)
    return (hit, clock) => items.map((fill) => fill(hit, clock))
  }
  if (typeof template === 'object' && template !== null) {
    const entries = Object.entries(template).map(([key, value]) => [key, compileTemplate(value)] as const)
    return (hit, clock) => Object.fromEntries(entries.map(([key, fill]) => [key, fill(hit, clock)]))
  }
  return () => template
}

function compileString(text: string): Fill {
  const whole = /^\{\{([^{}]*)\}\}$/.exec(text)
  const only = whole && compileExpression(whole[1] ?? '')
  if (only) return (hit, clock) => (only(hit, clock) ?? null) as Json

  const parts = text
    .split(/(\{\{[^{}]*\}\})/)
    .map((part) => (part.startsWith('{{') ? (compileExpression(part.slice(2, -2)) ?? part) : part))
  return (hit, clock) => parts.map((part) => (typeof part === 'string' ? part : textOf(part(hit, clock)))).join('')
}

const textOf = (value: unknown): string => (typeof value === 'object' && value !== null ? toJson(value) : String(value ?? ''))

function compileExpression(expression: string): Read | undefined {
  const [source = '', ...filters] = expression.split('|').map((part) => part.trim())
  let read = compileSource(source)
  for (const filter of filters) read = read && compileFilter(read, filter)
  return read
}

function compileSource(source: string): Read | undefined {
  if (source === 'call') return (hit) => hit.call
  if (source === 'now') return (_, clock) => new Date(epochOf(clock)).toISOString()
  if (source === 'timestamp') return (_, clock) => epochOf(clock)
  const [, root, name = ''] = /^(query|params|header|cookie|body)(?:\.(.+)|(?=\[|$))/.exec(source) ?? []
  switch (root) {
    case 'query':
      return ({ facts }) => facts.query.get(name) ?? undefined
    case 'params':
      return ({ params }) => (Object.hasOwn(params, name) ? params[name] : undefined)
    case 'header':
      return ({ facts }) => facts.header(name)
    case 'cookie':
      return ({ facts }) => facts.cookie(name)
    case 'body': {
      const readPath = compilePath(source.slice('body'.length))
      return ({ body }) => readPath(body)
    }
    default:
      return undefined
  }
}

const epochOf = (clock: Clock): number => Math.round(clock.startedAt + clock.now())

function compileFilter(read: Read, filter: string): Read | undefined {
  if (filter === 'number') {
    return (hit, clock) => {
      const value = read(hit, clock)
      const number = value === '' || value === null ? Number.NaN : Number(value)
      return Number.isNaN(number) ? undefined : number
    }
  }
  const fallback = /^default(?:\s+(.*))?$/s.exec(filter)
  if (!fallback) return undefined
  const text = (fallback[1] ?? '').replace(/^(['"])(.*)\1$/s, '$2')
  return (hit, clock) => {
    const value = read(hit, clock)
    return value === undefined || value === null || value === '' ? text : value
  }
}

/** Whether filling this template needs the request body. */
export function readsBody(template: Json): boolean {
  return /\{\{\s*body\b/.test(toJson(template))
}
