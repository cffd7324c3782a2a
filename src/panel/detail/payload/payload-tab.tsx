import { useMemo, useState } from 'react'
import type { BodySnapshot } from '../../../contract/event/body-snapshot.ts'
import { headerValue } from '../../../contract/event/header-value.ts'
import type { Json } from '../../../contract/event/json.ts'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import { toJson } from '../../../contract/to-json.ts'
import type { SentFacts, TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { CopyButton } from '../../parts/copy-button.tsx'
import { FoundScope } from '../../parts/found/found-context.tsx'
import { documentOf } from '../../parts/json/document-of.ts'
import { JsonView } from '../../parts/json/json-view.tsx'
import { KeyValueTable } from '../../parts/pairs/key-value-table.tsx'
import { Section } from '../../parts/section.tsx'
import { NamedSwitch } from '../../parts/switch.tsx'
import { TextView } from '../../parts/text/text-view.tsx'
import { detailWords } from '../../words/detail-words.ts'
import { useWords } from '../../words/words.ts'
import { contentOf } from '../body/body-content.ts'
import { BodyView } from '../body/body-view.tsx'
import { mimeOf } from '../body/mime-of.ts'
import { OmittedBody } from '../body/omitted-body.tsx'
import { parsePairs, queryOf } from '../body/parse-pairs.ts'
import { isPending } from '../task/outcome.ts'
import { useTaskEvents } from '../task/use-task-events.ts'
import { withoutData } from './given-options.ts'
import { heldEdits } from './held-edits.ts'
import { sentBody } from './sent-body.ts'
import { SentFormView } from './sent-form-view.tsx'

/** What the program handed over, and what became of it on the way out. */
export function PayloadTab({ source, snapshot }: { readonly source: PanelSource; readonly snapshot: TaskSnapshot }) {
  const words = useWords(detailWords).payload
  const events = useTaskEvents(source, snapshot)
  const created = events.find((event) => event.type === 'created')
  const packed = events.find((event) => event.type === 'packed')
  const sent = snapshot.sent
  // The snapshot keeps nothing that could be released; its event does.
  const begun = created?.type === 'created' ? created : undefined
  const given = begun?.given ?? snapshot.given
  const body = useMemo(() => sentBody(events), [events])
  return (
    <div className="detail-columns">
      <div>
        {takesData(snapshot) && <GivenData given={given} />}
        <GivenOptions given={given} />
      </div>
      <div>
        {sent ? (
          <>
            <HeldEdits events={events} />
            <SentQuery url={sent.url} />
            {snapshot.api === 'uploadFile' && (
              <SentFormView form={packed?.type === 'packed' ? packed.form : undefined} pending={isPending(snapshot)} />
            )}
            {takesData(snapshot) && <SentBody sent={sent} body={body} number={snapshot.number} />}
          </>
        ) : (
          <p className="part-note">{words.noRequest}</p>
        )}
      </div>
    </div>
  )
}

/** Only these have `data`, and a body that is made of it. */
function takesData({ api }: TaskSnapshot): boolean {
  return api === 'request' || api === 'page'
}

function GivenData({ given: { data } }: { readonly given: TaskSnapshot['given'] }) {
  const words = useWords(detailWords).payload
  return (
    <Section
      title={`${words.given} · data`}
      actions={data !== undefined && <CopyButton text={() => (typeof data === 'string' ? data : toJson(data, { indent: 2 }))} />}
    >
      {data === undefined ? (
        <p className="part-note">{words.noData}</p>
      ) : (
        <div className="detail-viewer">
          <FoundScope scope="payload.data">
            {typeof data === 'string' ? <TextView text={data} /> : <GivenValue value={data} label={words.data} />}
          </FoundScope>
        </div>
      )}
    </Section>
  )
}

function GivenOptions({ given }: { readonly given: TaskSnapshot['given'] }) {
  const words = useWords(detailWords).payload
  const options = useMemo(() => withoutData(given), [given])
  return (
    <Section title={`${words.given} · ${words.options}`}>
      <div className="detail-viewer">
        <FoundScope scope="payload.options">
          <GivenValue value={options} label={words.options} />
        </FoundScope>
      </div>
    </Section>
  )
}

function GivenValue({ value, label }: { readonly value: Json; readonly label: string }) {
  const json = useMemo(() => documentOf(value), [value])
  return <JsonView json={json} label={label} />
}

/** What a person changed while the call was held before it was sent. */
function HeldEdits({ events }: { readonly events: readonly TaskEvent[] }) {
  const words = useWords(detailWords).payload
  const edits = useMemo(() => heldEdits(events), [events])
  if (edits.length === 0) return null
  return (
    <Section title={words.heldEdits}>
      <KeyValueTable
        label={words.heldEdits}
        rows={edits.map(({ part, name, before, after }) => ({
          name: name ?? words.heldPart[part],
          value: after ?? words.removed,
          note: before === undefined ? words.added : words.was(before),
        }))}
      />
    </Section>
  )
}

function SentQuery({ url }: { readonly url: string }) {
  const words = useWords(detailWords).payload
  const query = queryOf(url)
  const pairs = useMemo(() => parsePairs(query), [query])
  const raw = useWords(detailWords).headers.raw
  const [isRaw, setRaw] = useState(false)
  return (
    <Section
      title={`${words.sent} · ${words.query}`}
      note={pairs.length}
      actions={
        query !== '' && (
          <>
            <NamedSwitch label={raw} checked={isRaw} onChange={setRaw} />
            <CopyButton text={query} />
          </>
        )
      }
    >
      {pairs.length === 0 ? (
        <p className="part-note">{words.noQuery}</p>
      ) : isRaw ? (
        <div className="detail-viewer">
          <TextView text={query} />
        </div>
      ) : (
        <FoundScope scope="payload.query">
          <KeyValueTable
            label={words.query}
            rows={pairs.map(({ name, value, decoded }) => ({ name, value, note: decoded ? undefined : words.undecodable }))}
          />
        </FoundScope>
      )}
    </Section>
  )
}

function SentBody({ sent, body, number }: { readonly sent: SentFacts; readonly body: BodySnapshot; readonly number: number }) {
  const words = useWords(detailWords).payload
  const content = useMemo(() => contentOf(body), [body])
  return (
    <Section title={`${words.sent} · ${words.body}`}>
      {content && content.whole > 0 ? (
        <div className="detail-viewer">
          <FoundScope scope="payload.body">
            <BodyView content={content} mime={mimeOf(headerValue(sent.header, 'content-type'))} fileName={`request-${number}`} />
          </FoundScope>
        </div>
      ) : body.kind === 'omitted' ? (
        <OmittedBody body={body} />
      ) : (
        <p className="part-note">{sent.method === 'GET' ? words.noBodyGet : words.noBody}</p>
      )}
    </Section>
  )
}
