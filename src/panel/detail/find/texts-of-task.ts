import type { TaskEvent } from '../../../contract/event/task-event.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { documentOf } from '../../parts/json/document-of.ts'
import { textOfPairs } from '../../parts/pairs/text-of-pairs.ts'
import type { eventWords } from '../../words/event-words.ts'
import { contentOf } from '../body/body-content.ts'
import { parsePairs, queryOf } from '../body/parse-pairs.ts'
import { summariseEvent } from '../events/event-summary.ts'
import { isMessage } from '../messages/message-index.ts'
import { withoutData } from '../payload/given-options.ts'
import { sentBody } from '../payload/sent-body.ts'
import { contentOfResponse } from '../response/response-content.ts'
import { nameOfEvent } from '../task/name-of-event.ts'
import type { SearchText } from './search-texts.ts'

type Words = (typeof eventWords)['zh']

/** Every text of a call that can be searched, in the order of the tabs. A tab shows each under the same name (`FoundScope`). */
export function* textsOf(snapshot: TaskSnapshot, events: readonly TaskEvent[], words: Words): Generator<SearchText> {
  const { sent, header, redirects, cookies } = snapshot
  const created = events.find((event) => event.type === 'created')
  const given = created?.given ?? snapshot.given
  yield { tab: undefined, scope: 'url', item: 0, text: () => snapshot.url }

  if (sent) {
    yield inTab('headers', 'headers.request', () => textOfPairs(sent.header))
    yield inTab('headers', 'headers.dropped', () => textOfPairs(sent.dropped.map(({ name, value }) => [name, value])))
  }
  yield inTab('headers', 'headers.redirects', () => textOfPairs(redirects.map((hop) => [String(hop.statusCode), hop.url])))
  yield inTab('headers', 'headers.response', () => textOfPairs(Object.entries(header ?? {})))

  if (!snapshot.socket) {
    const { data } = given
    const packed = events.find((event) => event.type === 'packed')
    const body = contentOf(sentBody(events))
    if (data !== undefined) yield inTab('payload', 'payload.data', () => (typeof data === 'string' ? data : documentOf(data).text))
    yield inTab('payload', 'payload.options', () => documentOf(withoutData(given)).text)
    if (sent)
      yield inTab('payload', 'payload.query', () => textOfPairs(parsePairs(queryOf(sent.url)).map(({ name, value }) => [name, value])))
    if (packed) yield inTab('payload', 'payload.fields', () => textOfPairs(packed.form.fields))
    if (body?.isUtf8()) yield inTab('payload', 'payload.body', body.text)
    const response = contentOfResponse(events)
    if (response?.isUtf8()) yield inTab('response', 'response', response.text)
    for (const [item, line] of cookies.entries()) yield { tab: 'cookies', scope: 'cookies', item, text: () => line }
  }
  for (const event of events) {
    const message = isMessage(event) && event.body.kind === 'text' ? event.body.text : undefined
    if (message !== undefined) yield { tab: 'messages', scope: 'messages', item: event.seq, text: () => message }
  }
  for (const event of events) {
    yield { tab: 'events', scope: 'events', item: event.seq, text: () => `${nameOfEvent(event, words)}\n${summariseEvent(event, words)}` }
  }
}

function inTab(tab: SearchText['tab'], scope: string, text: () => string): SearchText {
  return { tab, scope, item: 0, text }
}
