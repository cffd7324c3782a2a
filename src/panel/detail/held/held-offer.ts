import type { BodySnapshot } from '../../../contract/event/body-snapshot.ts'
import type { Gate } from '../../../contract/event/hold-event.ts'
import type { HeaderList, TaskEvent } from '../../../contract/event/task-event.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'

/** What of a held call can be changed; what cannot is absent. */
export interface HeldOffer {
  readonly url?: string
  readonly method?: string
  readonly statusCode?: number
  readonly header?: HeaderList
  /** `not-yet`: it has not arrived, and can be replaced. */
  readonly body?: BodySnapshot | 'not-yet'
}

/** What a call that is held at `gate` offers. */
export function offerOf(snapshot: TaskSnapshot, events: readonly TaskEvent[], gate: Gate): HeldOffer {
  const held = events.findLast((event) => event.type === 'held')
  if (gate === 'send') {
    const created = events.find((event) => event.type === 'created')
    const { header = [], method = snapshot.method, url = snapshot.url } = snapshot.sent ?? {}
    const body = snapshot.api === 'uploadFile' || created?.type !== 'created' ? undefined : created.sent?.body
    return { url, method, header, ...(body && { body }) }
  }
  const body = held?.type === 'held' ? held.body : undefined
  if (gate === 'first-chunk' || gate === 'chunk') return body ? { body } : {}
  if (gate === 'headers') {
    const { header = {}, statusCode } = held?.type === 'held' ? held : {}
    return { header: Object.entries(header), ...(statusCode !== undefined && { statusCode }), body: 'not-yet' }
  }
  const { header = {}, statusCode } = snapshot
  return { header: Object.entries(header), ...(statusCode !== undefined && { statusCode }), ...(body && { body }) }
}

/** Headers as lines, `name: value`. */
export function headerText(header: HeaderList): string {
  return header.map(([name, value]) => `${name}: ${value}`).join('\n')
}

/** Headers from such lines, or the first line that is none. Names that come twice are joined, as HTTP does. */
export function readHeaderText(text: string): { readonly header: Readonly<Record<string, string>> } | { readonly fault: string } {
  const header = new Map<string, string>()
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const [, name = '', value = ''] = /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line) ?? []
    if (name === '') return { fault: line }
    const before = header.get(name)
    header.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  return { header: Object.fromEntries(header) }
}
