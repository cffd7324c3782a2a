import { traitsOf } from '../../contract/event/event-traits.ts'
import { headerValue } from '../../contract/event/header-value.ts'
import type { HeaderList, TaskEvent } from '../../contract/event/task-event.ts'
import { type PhaseKind, phasesOf } from '../../recorder/tasks/phases.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'

/** What a filter may ask of a task that its row does not hold. */
export interface TaskFacts {
  readonly sentHeader: HeaderList
  readonly header: HeaderList
  /** The lines of Set-Cookie. */
  readonly cookies: readonly string[]
  readonly sentCookies: string
  readonly phases: readonly PhaseKind[]
  /** Of a `wx.request`. */
  readonly dataType: string | undefined
  readonly mixedContent: boolean
}

export function factsOf(task: TaskSnapshot): TaskFacts {
  const { api, cookies, error, given, header, sent } = task
  return {
    sentHeader: sent?.header ?? [],
    header: Object.entries(header ?? {}),
    cookies,
    sentCookies: headerValue(sent?.header, 'cookie') ?? '',
    phases: [...new Set(phasesOf(task, Number.POSITIVE_INFINITY).map(({ kind }) => kind))],
    dataType: api === 'request' ? String(given['dataType'] ?? 'json') : undefined,
    mixedContent: error?.kind === 'network' && error.hint === 'mixed-content',
  }
}

/** Which way a body went. */
export type BodySide = 'sent' | 'received'

const SIDES: Readonly<Partial<Record<TaskEvent['type'], BodySide>>> = {
  created: 'sent',
  packed: 'sent',
  'message-sent': 'sent',
  'message-refused': 'sent',
  'chunk-received': 'received',
  'message-received': 'received',
  succeeded: 'received',
}

/** The texts of the bodies and messages of a task, and whether one of them is not kept any more, or not whole. */
export function bodiesOf(
  events: readonly TaskEvent[],
  side: BodySide | 'both',
): { readonly texts: readonly string[]; readonly gone: boolean } {
  const texts: string[] = []
  const chunks: string[] = []
  let gone = false
  // The whole body stands at the end; its pieces say the same.
  const whole = events.some((event) => event.type === 'succeeded')
  for (const event of events) {
    const went = SIDES[event.type]
    if (event.type === 'condensed' && event.received.count + event.sent.count > 0 && !whole) gone = true
    if (went === undefined || (side !== 'both' && went !== side)) continue
    if (event.type === 'packed') texts.push(...event.form.fields.map(([, value]) => value))
    if (event.type === 'chunk-received' && whole) continue
    const { body: place } = traitsOf(event)
    const body = place ? place.read(event) : undefined
    if (body?.kind === 'text') (event.type === 'chunk-received' ? chunks : texts).push(body.text)
    if (body?.kind === 'omitted' ? body.why !== 'opaque' : body?.kind === 'text' && body.kept !== undefined) gone = true
  }
  // What was searched may stand across two pieces.
  return { texts: chunks.length > 0 ? [...texts, chunks.join('')] : texts, gone }
}
