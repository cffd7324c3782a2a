import type { TaskEvent } from '../../../contract/event/task-event.ts'
import { formatSize } from '../../parts/format.ts'

/** Something of a request that was changed while it was held, before it was sent. */
export interface HeldEdit {
  /** `header` with the name of one. */
  readonly part: 'url' | 'method' | 'body' | 'header'
  readonly name?: string
  /** `undefined` where there was none, or is none any more. Of a body, its size. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** What was changed at the gate before sending, beside what the program asked for. */
export function heldEdits(events: readonly TaskEvent[]): readonly HeldEdit[] {
  const created = events.find((event) => event.type === 'created')
  const sent = created?.sent
  if (!sent) return []
  const edits: HeldEdit[] = []
  let { url, method, body } = sent
  let header = sent.header
  for (const event of events) {
    if (event.type !== 'resumed' || event.gate !== 'send') continue
    const { change = {} } = event
    if (change.url !== undefined) edits.push({ part: 'url', before: url, after: change.url })
    if (change.method !== undefined) edits.push({ part: 'method', before: method, after: change.method })
    if (change.header) edits.push(...headerEdits(header, Object.entries(change.header)))
    if (event.body) edits.push({ part: 'body', before: formatSize(body.size), after: formatSize(event.body.size) })
    url = change.url ?? url
    method = change.method ?? method
    header = change.header ? Object.entries(change.header) : header
    body = event.body ?? body
  }
  return edits
}

type Pairs = readonly (readonly [name: string, value: string])[]

function headerEdits(before: Pairs, after: Pairs): readonly HeldEdit[] {
  const valueIn = (pairs: Pairs, name: string) => pairs.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1]
  const names = new Map([...before, ...after].map(([name]) => [name.toLowerCase(), name]))
  return [...names.values()]
    .map((name) => ({ part: 'header' as const, name, before: valueIn(before, name), after: valueIn(after, name) }))
    .filter((edit) => edit.before !== edit.after)
}
