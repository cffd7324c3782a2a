import { beginningOf, detach } from '../../contract/cut-text.ts'
import type { TaskEvent } from '../../contract/event/task-event.ts'

/** The lengths to which an event is cut. */
interface Lengths {
  /** Characters of a text. */
  readonly text: number
  /** Entries of a list, or of a map such as headers. */
  readonly list: number
}

/**
 * The event with longer texts and lists cut; `cut` says what was cut, and its original length. Bodies and the paths in `leave` are not
 * changed. Cut texts are copied, so that the originals can be freed.
 */
export function shortenEvent<Event extends TaskEvent>(event: Event, { text, list }: Lengths, leave: readonly string[] = []): Event {
  const before = new Map(event.cut?.map((cut) => [cut.where, cut]))
  const cuts = new Map(before)
  const cut = (where: string, size: number, kept: number) => cuts.set(where, { where, size: before.get(where)?.size ?? size, kept })

  const shorten = (value: unknown, where: string): unknown => {
    if (typeof value === 'string') {
      // An earlier cut added an ellipsis.
      if (value.length <= text + 1) return detach(value)
      cut(where, value.length, text)
      return `${beginningOf(value, text)}…`
    }
    if (typeof value !== 'object' || value === null || isBody(value) || leave.includes(where)) return value
    if (Array.isArray(value)) {
      if (value.length > list) cut(where, value.length, list)
      return value.slice(0, list).map((item, nth) => shorten(item, `${where}/${nth}`))
    }
    const entries = Object.entries(value)
    if (entries.length > list) cut(where, entries.length, list)
    return Object.fromEntries(
      entries.slice(0, list).map(([name, item]) => {
        const key = name.length > text ? `${beginningOf(name, text)}…` : name
        return [key, shorten(item, `${where}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)]
      }),
    )
  }

  const { cut: _, ...rest } = event
  const shortened = shorten(rest, '') as Event
  return cuts.size === 0 ? shortened : { ...shortened, cut: [...cuts.values()] }
}

/** Bodies are content: they are kept or released, and not cut here. */
export function isBody(value: object): boolean {
  const { kind, size } = value as { readonly kind?: unknown; readonly size?: unknown }
  return typeof size === 'number' && (kind === 'text' || kind === 'base64')
}
