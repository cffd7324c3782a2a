import { useMemo } from 'react'
import { headerValue } from '../../../contract/event/header-value.ts'
import { withoutQuery } from '../../../contract/event/without-query.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { EditableResponse, EditButton } from '../../mocks/call/editable-response.tsx'
import { FoundScope } from '../../parts/found/found-context.tsx'
import { detailWords } from '../../words/detail-words.ts'
import { useWords } from '../../words/words.ts'
import { BodyView } from '../body/body-view.tsx'
import { mimeOf } from '../body/mime-of.ts'
import { OmittedBody } from '../body/omitted-body.tsx'
import { isPending } from '../task/outcome.ts'
import { useTaskEvents } from '../task/use-task-events.ts'
import { contentOfResponse, wholeBody } from './response-content.ts'

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
  const content = useMemo(() => contentOfResponse(events), [events])
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
        <FoundScope scope="response">
          <BodyView content={content} mime={mime} fileName={fileNameOf(snapshot)} actions={edit} />
        </FoundScope>
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

/** The last segment of the path, as a browser would name the download. */
function fileNameOf({ url, number }: TaskSnapshot): string {
  const path = withoutQuery(url).replace(/^[a-z]+:\/\/[^/]*/i, '')
  const last = path.split('/').findLast((segment) => segment !== '')
  return last ?? `response-${number}`
}
