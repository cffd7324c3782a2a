import { useContext } from 'react'
import type { SocketFacts, TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { Badge } from '../../parts/badge.tsx'
import type { Fact } from '../../parts/facts.tsx'
import { clipText, formatCount, formatExactMoment, formatMoment } from '../../parts/format.ts'
import { Duration, Size } from '../../parts/measures.tsx'
import { InspectorContext } from '../../store/inspector-context.ts'
import { detailWords } from '../../words/detail-words.ts'
import { eventWords } from '../../words/event-words.ts'
import { taskWords } from '../../words/task-words.ts'
import { useWords } from '../../words/words.ts'
import { elapsedOf, isPending } from '../task/outcome.ts'
import { TaskStatus } from '../task/task-status.tsx'
import { useEarlierCalls } from './earlier-calls.tsx'

type Words = (typeof detailWords)['zh']['overview']

/** What the overview says of a task, leaving out what is not known or does not apply. */
export function useFacts(snapshot: TaskSnapshot, startedAt: number, now: number): readonly Fact[] {
  const { overview: words } = useWords(detailWords)
  const { marks, environment, exception } = snapshot
  const started = startedAt + marks.created
  const earlier = useEarlierCalls(snapshot)
  const facts: (Fact | undefined | false)[] = [
    { name: words.status, value: <TaskStatus snapshot={snapshot} /> },
    snapshot.importedFrom !== undefined && { name: words.importedFrom, value: words.fromHar(snapshot.importedFrom) },
    snapshot.resentFrom !== undefined && { name: words.resentFrom, value: <ResentFrom taskId={snapshot.resentFrom} /> },
    {
      name: words.took,
      value: (
        <>
          <Duration ms={elapsedOf(snapshot, now)} /> {isPending(snapshot) && words.sofar}
        </>
      ),
    },
    snapshot.by && { name: words.answeredBy, value: <AnsweredBy snapshot={snapshot} /> },
    snapshot.sent && snapshot.sent.body.size > 0 && { name: words.requestSize, value: <Size bytes={snapshot.sent.body.size} /> },
    marks.headersReceived !== undefined &&
      !snapshot.socket && {
        name: words.size,
        value: (
          <>
            <Size bytes={snapshot.receivedBytes} /> {snapshot.chunks > 1 && words.chunks(formatCount(snapshot.chunks))}
          </>
        ),
      },
    ...socketFacts(snapshot, words),
    snapshot.progress && { name: words.progress, value: <Progress snapshot={snapshot} /> },
    snapshot.form && {
      name: words.file.sent,
      value: (
        <>
          {snapshot.form.file.name} · {snapshot.form.file.type} · <Size bytes={snapshot.form.file.size} />
        </>
      ),
    },
    snapshot.form &&
      snapshot.form.fields.length > 0 && { name: words.fields, value: snapshot.form.fields.map(([name]) => name).join(', ') },
    snapshot.file && { name: words.file.received, value: <code>{snapshot.file.path}</code> },
    snapshot.dataForm && { name: words.data, value: words.dataForm[snapshot.dataForm] },
    snapshot.queuedBehind !== undefined && { name: words.queue, value: words.queued(snapshot.queuedBehind) },
    snapshot.redirects.length > 0 && { name: words.redirects, value: String(snapshot.redirects.length) },
    snapshot.useHttpDNS !== undefined && { name: words.useHttpDNS, value: String(snapshot.useHttpDNS) },
    exception && {
      name: words.exception,
      value: (
        <>
          {exception.retryCount > 0 && `${words.retries(exception.retryCount)} · `}
          {exception.reasons.map((reason) => `${reason.errMsg} (${reason.errno})`).join(' · ')}
        </>
      ),
    },
    snapshot.api !== 'page' && { name: words.callbacks, value: <Callbacks snapshot={snapshot} /> },
    earlier,
    snapshot.page !== undefined && { name: words.page, value: <code>{snapshot.page}</code> },
    // What most calls have alike comes last.
    { name: words.api, value: snapshot.framework ? `${snapshot.framework}.${snapshot.api}` : words.apis[snapshot.api] },
    { name: words.started, value: <span title={formatExactMoment(started)}>{formatMoment(started)}</span> },
    snapshot.timeout !== undefined && { name: words.timeout, value: <Duration ms={snapshot.timeout} /> },
    environment.lib !== '' && { name: words.environment, value: `${words.platform[environment.platform]} · ${words.lib(environment.lib)}` },
  ]
  return facts.filter((fact) => fact !== undefined && fact !== false)
}

/** The call of which this is a repetition, if it is still there. */
function ResentFrom({ taskId }: { readonly taskId: string }) {
  const inPanel = useContext(InspectorContext)
  const number = inPanel?.store.getState().tasks.task(taskId)?.number
  if (!inPanel || number === undefined) return '–'
  return (
    <button type="button" className="part-link" onClick={() => inPanel.store.actions.show({ taskId })}>
      #{formatCount(number)}
    </button>
  )
}

/** What only a socket has. */
function socketFacts({ receivedBytes, socket }: TaskSnapshot, words: Words): (Fact | false | undefined)[] {
  if (!socket) return []
  const { closure, protocol, received, refused, sent, sentBytes } = socket
  return [
    { name: words.subProtocol, value: protocol === '' ? words.noSubProtocol : <code>{protocol}</code> },
    {
      name: words.messages,
      value: (
        <>
          {words.messageCounts(formatCount(sent), formatCount(received))}
          {refused > 0 && words.refusedMessages(formatCount(refused))} (↑ <Size bytes={sentBytes} />, ↓ <Size bytes={receivedBytes} />)
        </>
      ),
    },
    closure && { name: words.closure, value: <Closure closure={closure} /> },
  ]
}

function Closure({ closure: { by, code, reason } }: { readonly closure: NonNullable<SocketFacts['closure']> }) {
  const words = useWords(eventWords)
  return (
    <>
      {words.closedBy[by]} · {words.closure(code, reason)}
    </>
  )
}

function Progress({ snapshot: { progress } }: { readonly snapshot: TaskSnapshot }) {
  if (!progress) return null
  const { expected, loaded } = progress
  return (
    <>
      <Size bytes={loaded} />
      {expected !== undefined && (
        <>
          {' / '}
          <Size bytes={expected} /> · {Math.floor((loaded / Math.max(1, expected)) * 100)}%
        </>
      )}
    </>
  )
}

function AnsweredBy({ snapshot: { by, ruleName } }: { readonly snapshot: TaskSnapshot }) {
  const words = useWords(taskWords)
  if (!by) return null
  return (
    <Badge tone={by === 'mock' ? 'mocked' : 'plain'}>
      {words.by[by]}
      {ruleName !== undefined && ` · ${ruleName}`}
    </Badge>
  )
}

function Callbacks({ snapshot }: { readonly snapshot: TaskSnapshot }) {
  const { overview: words } = useWords(detailWords)
  if (snapshot.callbacks.length === 0) return <span className="detail-dim">{isPending(snapshot) ? '–' : words.noCallbacks}</span>
  return (
    <span className="detail-callbacks">
      {snapshot.callbacks.map(({ callback, threw, at }) =>
        threw === undefined ? (
          <code key={`${callback}${at}`}>{callback}</code>
        ) : (
          <Badge key={`${callback}${at}`} tone="failed">
            {words.callbackThrew(callback, clipText(threw))}
          </Badge>
        ),
      )}
    </span>
  )
}
