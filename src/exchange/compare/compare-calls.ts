import type { BodySnapshot } from '../../contract/event/body-snapshot.ts'
import type { Json } from '../../contract/event/json.ts'
import type { HeaderList, TaskEvent } from '../../contract/event/task-event.ts'
import { phasesOf } from '../../recorder/tasks/phases.ts'
import { foldEvents } from '../../recorder/tasks/reduce-task.ts'
import { compareJson, type Difference } from './compare-json.ts'

/** What of two calls is compared: what the caller gave, what was sent, what came back, and how long it took. */
export type ComparedPart = 'given' | 'sent' | 'request-headers' | 'answer' | 'response-headers' | 'body' | 'timing'

/** One part of two calls. */
export interface PartComparison {
  readonly part: ComparedPart
  /** Empty if they are the same. */
  readonly differences: readonly Difference[]
  /** Bodies of the same values that are written in different ways: blanks, the order of keys, digits beyond what a number can hold. */
  readonly writtenOtherwise?: true
  /** Something of it was not kept, so that nothing can be said of that. */
  readonly notKept?: true
}

/** Compares two calls by their events. `undefined` if one of them has none. */
export function compareCalls(one: readonly TaskEvent[], other: readonly TaskEvent[]): readonly PartComparison[] | undefined {
  const [a, b] = [factsOf(one), factsOf(other)]
  if (!a || !b) return undefined
  return [
    { part: 'given', differences: compareJson(a.given, b.given) },
    withBodies('sent', compareJson(a.sent, b.sent), a.sentBody, b.sentBody),
    { part: 'request-headers', differences: compareJson(recordOf(a.requestHeader), recordOf(b.requestHeader)) },
    { part: 'answer', differences: compareJson(a.answer, b.answer) },
    { part: 'response-headers', differences: compareJson(recordOf(a.responseHeader), recordOf(b.responseHeader)) },
    withBodies('body', [], a.body, b.body),
    { part: 'timing', differences: compareJson(a.timing, b.timing) },
  ]
}

function factsOf(events: readonly TaskEvent[]) {
  const task = foldEvents(undefined, events, 1)
  const created = events.find((event) => event.type === 'created')
  const last = events.at(-1)
  if (!task || !created || !last) return undefined
  const ended = task.marks.ended ?? last.at
  const timing = phasesOf(task, ended).map(({ kind, start, end }) => [kind, rounded(end - start)] as const)
  return {
    given: created.given as Json,
    sent: { method: task.method, url: task.url, ...queryOf(task.url) },
    sentBody: created.sent?.body,
    requestHeader: created.sent?.header ?? [],
    answer: {
      ...(task.by && { source: task.by }),
      ...(task.ruleName !== undefined && { rule: task.ruleName }),
      ...(task.statusCode !== undefined && { status: task.statusCode }),
      ...(task.error && { errMsg: task.error.errMsg }),
      ...(task.error?.errno !== undefined && { errno: task.error.errno }),
      cookies: task.cookies,
    },
    responseHeader: Object.entries(task.header ?? {}).filter(([name]) => !/^set-cookie$/i.test(name)),
    body: events.find((event) => event.type === 'succeeded')?.body,
    timing: { ...Object.fromEntries(timing), total: rounded(ended - task.marks.created) },
  }
}

function queryOf(url: string): { readonly query?: Json } {
  if (!URL.canParse(url)) return {}
  const query = recordOf([...new URL(url).searchParams])
  return Object.keys(query).length > 0 ? { query } : {}
}

/** Names of headers are the same in any case; several values of one name stand in a list. */
function recordOf(pairs: HeaderList): { readonly [name: string]: Json } {
  const record = new Map<string, string[]>()
  for (const [name, value] of pairs) record.set(name.toLowerCase(), [...(record.get(name.toLowerCase()) ?? []), value])
  return Object.fromEntries([...record].map(([name, values]) => [name, values.length === 1 ? (values[0] as string) : values]))
}

function withBodies(
  part: ComparedPart,
  differences: readonly Difference[],
  one: BodySnapshot | undefined,
  other: BodySnapshot | undefined,
): PartComparison {
  const partly = (body: BodySnapshot | undefined) => body?.kind === 'omitted' || (body !== undefined && 'kept' in body)
  const notKept = partly(one) || partly(other) ? { notKept: true as const } : {}
  const [before, after] = [textOf(one), textOf(other)]
  if (before === after) return { part, differences, ...notKept }
  const [old, now] = [parsed(before), parsed(after)]
  if (old !== undefined && now !== undefined) {
    const found = compareJson(old, now)
    if (found.length === 0) return { part, differences, writtenOtherwise: true, ...notKept }
    return { part, differences: [...differences, ...found], ...notKept }
  }
  return { part, differences: [...differences, ...compareLines(before, after)], ...notKept }
}

/** Lines that stand the same at the beginning and the end are left out. */
function compareLines(before: string, after: string): readonly Difference[] {
  const found = compareJson(before.split('\n'), after.split('\n'))
  const line = (text: string | undefined) => (text === undefined ? undefined : (JSON.parse(text) as string))
  return found.map(({ path, before: old, after: now }) => ({
    path: path.replace(/^\[(\d+)\]$/, (_, at: string) => String(Number(at) + 1)),
    ...(old !== undefined && { before: line(old) ?? '' }),
    ...(now !== undefined && { after: line(now) ?? '' }),
  }))
}

function textOf(body: BodySnapshot | undefined): string {
  return body?.kind === 'text' ? body.text : body?.kind === 'base64' ? body.base64 : ''
}

function parsed(text: string): Json | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10
}
