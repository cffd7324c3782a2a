import { headerValue } from '../../../contract/event/header-value.ts'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import { factsOfCall, formOf, socketFactsOf, valueOfBody } from './call-facts.ts'

/** A call as rules saw it, from its events: its body is what the record still has of it. `undefined` if it was never sent, or its url is none. */
export function recordedFacts(events: readonly TaskEvent[]) {
  const created = events.find((event) => event.type === 'created')
  if (created?.type !== 'created' || !created.sent || !URL.canParse(created.sent.url)) return undefined
  const { api, taskId, sent } = created
  const { method, url, header, body } = sent
  if (api === 'connectSocket') return { facts: socketFactsOf({ taskId, url, header, protocols: [] }), body: undefined }
  const packed = events.find((event) => event.type === 'packed')
  const form = packed?.type === 'packed' ? packed.form : undefined
  const facts = factsOfCall({ taskId, api, method, url, header, body: undefined, redirect: 'follow' })
  return { facts, body: form ? formOf(form) : valueOfBody(body.kind === 'text' ? body.text : '', headerValue(header, 'content-type')) }
}
