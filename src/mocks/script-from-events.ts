import type { BodySnapshot } from '../contract/event/body-snapshot.ts'
import type { Json } from '../contract/event/json.ts'
import type { TaskEvent } from '../contract/event/task-event.ts'
import type { MessageMatch, SocketStep } from '../contract/mock/mock-rule.ts'
import { isObject } from '../contract/read-values.ts'
import { losslessJson } from './lossless-json.ts'

/** Messages that a script is made of. */
const MOST_STEPS = 500

/** Keys by which protocols tell their messages apart. */
const KINDS = ['type', 'event', 'cmd', 'action', 'op', 'method'] as const

/**
 * What a recorded server did, as the script of a mocked one: it waits where the app sent something, sends what came, at the pace at which it
 * came, and closes where it did. A message whose content was released is left out.
 */
export function scriptFromEvents(events: readonly TaskEvent[]): readonly SocketStep[] {
  const steps: SocketStep[] = []
  let last: number | undefined
  for (const event of events) {
    if (steps.length === MOST_STEPS) break
    const after = last === undefined ? 0 : Math.max(0, Math.round(event.at - last))
    const paced = after > 0 ? { after } : {}
    if (event.type === 'opened') last = event.at
    else if (event.type === 'message-sent') {
      steps.push({ expect: matchOf(event.body) })
      last = event.at
    } else if (event.type === 'message-received') {
      const content = contentOf(event.body)
      if (!content) continue
      steps.push({ ...paced, ...content })
      last = event.at
    } else if (event.type === 'closed' && event.by === 'server') {
      const { code, reason } = event
      const mayClose = code === 1000 || (code >= 3000 && code < 5000)
      steps.push({ ...paced, ...(mayClose ? { close: { code, ...(reason !== '' && { reason }) } } : { drop: true }) })
    }
  }
  return steps
}

function contentOf(body: BodySnapshot): { readonly text: string } | { readonly json: Json } | { readonly base64: string } | undefined {
  if (body.kind === 'base64') return { base64: body.base64 }
  if (body.kind !== 'text') return undefined
  const json = /^\s*[{[]/.test(body.text) ? losslessJson(body.text) : undefined
  return json === undefined ? { text: body.text } : { json }
}

/** Any message, unless it says of which kind it is: what else is in it may differ each time. */
function matchOf(body: BodySnapshot): MessageMatch {
  if (body.kind !== 'text') return []
  const json: unknown = losslessJson(body.text)
  if (!isObject(json)) return []
  const kind = KINDS.find((key) => typeof json[key] === 'string')
  return kind === undefined ? [] : [{ name: `$.${kind}`, operator: 'equals', value: json[kind] as string }]
}
