import type { Json } from '../../contract/event/json.ts'

/** One difference: `before` is absent for what is new, `after` for what is gone. */
export interface Difference {
  /** Where it is, such as `items[2].price` or a header's name. */
  readonly path: string
  readonly before?: string
  readonly after?: string
}

/** Deeper values are compared as texts. */
const DEEPEST = 64

/**
 * What differs between two values. The order of keys does not count. Items of a list that stand the same at its beginning and end are
 * left out, so that one that was put in does not make the rest look changed.
 */
export function compareJson(before: Json, after: Json): readonly Difference[] {
  const found: Difference[] = []
  compare(before, after, '', 0, found)
  return found
}

function compare(before: Json | undefined, after: Json | undefined, path: string, depth: number, found: Difference[]): void {
  if (before === after) return
  if (depth < DEEPEST && isList(before) && isList(after)) compareLists(before, after, path, depth, found)
  else if (depth < DEEPEST && isObject(before) && isObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
      compare(
        own(before, key),
        own(after, key),
        path === '' ? nameOf(key) : `${path}${/^\w+$/.test(key) ? '.' : ''}${nameOf(key)}`,
        depth + 1,
        found,
      )
    }
  } else if (textOf(before) !== textOf(after)) {
    found.push({ path, ...(before !== undefined && { before: textOf(before) }), ...(after !== undefined && { after: textOf(after) }) })
  }
}

function compareLists(before: readonly Json[], after: readonly Json[], path: string, depth: number, found: Difference[]): void {
  const [old, now] = [before.map(textOf), after.map(textOf)]
  let start = 0
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1
  let end = 0
  while (end < old.length - start && end < now.length - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1
  const most = Math.max(old.length, now.length) - end
  for (let at = start; at < most; at++) {
    compare(
      at < old.length - end ? before[at] : undefined,
      at < now.length - end ? after[at] : undefined,
      `${path}[${at}]`,
      depth + 1,
      found,
    )
  }
}

function nameOf(key: string): string {
  return /^\w+$/.test(key) ? key : `[${JSON.stringify(key)}]`
}

function own(object: { readonly [key: string]: Json }, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: Json | undefined): string {
  return JSON.stringify(value) ?? ''
}
