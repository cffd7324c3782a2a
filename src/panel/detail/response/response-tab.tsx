import { useMemo } from 'react'
import type { BodySnapshot } from '../../../contract/event/body-snapshot.ts'
import { headerValue } from '../../../contract/event/header-value.ts'
import type { TaskEvent } from '../../../contract/event/task-event.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { EditableResponse, EditButton } from '../../mocks/call/editable-response.tsx'
import { detailWords } from '../../words/detail-words.ts'
import { useWords } from '../../words/words.ts'
import { contentOf, contentOfPieces } from '../body/body-content.ts'
import { BodyView } from '../body/body-view.tsx'
import { mimeOf } from '../body/mime-of.ts'
import { OmittedBody } from '../body/omitted-body.tsx'
import { isPending } from '../task/outcome.ts'
import { useTaskEvents } from '../task/use-task-events.ts'

interface ResponseTabProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
}

/** The body of the answer, or as much of it as has come; and what the next call is to get instead. */
export function ResponseTab(props: ResponseTabProps) {
  return (
    <EditableResponse snapshot={props.snapshot}>
      <RecordedResponse {...props} />
    </EditableResponse>
  )
}

function RecordedResponse({ source, snapshot }: ResponseTabProps) {
  const words = useWords(detailWords).response
  const events = useTaskEvents(source, snapshot)
  const whole = wholeBody(events)
  const content = useMemo(() => (whole ? contentOf(whole) : contentOfPieces(piecesOf(events))), [whole, events])
  const mime = mimeOf(headerValue(snapshot.header, 'content-type'))
  const file = snapshot.file
  const emptyText = useEmptyText(snapshot)
  const edit = isPending(snapshot) ? undefined : <EditButton snapshot={snapshot} />

  const note = isPending(snapshot)
    ? snapshot.header && words.receiving
    : snapshot.error && content
      ? words.partial
      : snapshot.given['enableChunked'] === true && snapshot.dataForm === 'empty' && content
        ? words.chunkedData
        : file
          ? words.savedAs(file.path, !file.chosen)
          : wasNotJson(snapshot, mime)
            ? words.notJson
            : undefined
  return (
    <>
      {note && <p className="part-note">{note}</p>}
      {content && content.whole > 0 ? (
        <BodyView content={content} mime={mime} fileName={fileNameOf(snapshot)} actions={edit} />
      ) : whole?.kind === 'omitted' ? (
        <OmittedBody body={whole} />
      ) : (
        <p className="part-note detail-empty">
          {emptyText} {edit}
        </p>
      )}
    </>
  )
}

function useEmptyText(snapshot: TaskSnapshot): string | undefined {
  const words = useWords(detailWords).response
  if (isPending(snapshot)) return snapshot.header ? undefined : words.pending
  if (snapshot.error || snapshot.statusCode === undefined) return words.failed
  if (snapshot.file) return words.emptyFile
  return snapshot.method === 'HEAD' ? words.emptyHead : words.empty(snapshot.statusCode)
}

/** The answer called itself JSON and should have become an object, but could not be parsed. */
function wasNotJson({ dataForm, given }: TaskSnapshot, mime: string): boolean {
  return /[/+]json$/.test(mime) && dataForm === 'text' && (given['dataType'] ?? 'json') === 'json'
}

function wholeBody(events: readonly TaskEvent[]): BodySnapshot | undefined {
  const end = events.findLast((event) => event.type === 'succeeded')
  return end?.type === 'succeeded' ? end.body : undefined
}

/** Chunks carry their content only with enableChunked; of the oldest of very many, no more is known than how large they were. */
function piecesOf(events: readonly TaskEvent[]): readonly BodySnapshot[] {
  return events.flatMap((event): readonly BodySnapshot[] => {
    if (event.type === 'condensed') return [{ kind: 'omitted', size: event.received.bytes, why: 'released' }]
    return event.type === 'chunk-received' && event.body ? [event.body] : []
  })
}

/** The last segment of the path, as a browser would name the download. */
function fileNameOf({ url, number }: TaskSnapshot): string {
  const [path = ''] = url.replace(/^[a-z]+:\/\/[^/]*/i, '').split(/[?#]/)
  const last = path.split('/').findLast((segment) => segment !== '')
  return last ?? `response-${number}`
}
