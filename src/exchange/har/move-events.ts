import type { OwnEvent, Writable } from './read-entry.ts'

/** Moves all moments of these events by so many ms, in place: on another clock they are told as the same. */
export function moveEvents(events: readonly OwnEvent[], by: number): void {
  if (by === 0) return
  for (const event of events) {
    event.at += by
    if ('listeners' in event) moveAll(event.listeners, by)
    if ('timing' in event && event.timing) {
      const marks: Writable<typeof event.timing.marks> = event.timing.marks
      for (const mark of Object.keys(marks) as (keyof typeof marks)[]) marks[mark] = (marks[mark] as number) + by
    }
    if (event.type === 'headers-received') moveAll(event.redirects, by)
    if (event.type === 'condensed') {
      event.until += by
      if (event.wholeSentAt !== undefined) event.wholeSentAt += by
    }
  }
}

function moveAll(moments: readonly Writable<{ readonly at: number }>[] = [], by: number): void {
  for (const moment of moments) moment.at += by
}
