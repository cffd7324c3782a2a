import type { TaskSnapshot } from '../../recorder/task-snapshot.ts'
import { Badge } from '../parts/badge.tsx'
import type { Fact } from '../parts/facts.tsx'
import { formatCount, formatExactMoment, formatMoment } from '../parts/format.ts'
import { Duration, Size } from '../parts/measures.tsx'
import { detailWords } from '../words/detail-words.ts'
import { useWords } from '../words/words.ts'
import { elapsedOf, isPending } from './outcome.ts'
import { TaskStatus } from './task-status.tsx'

/** What the overview says of a task, leaving out what is not known or does not apply. */
export function useFacts(snapshot: TaskSnapshot, startedAt: number, now: number): readonly Fact[] {
  const { overview: words } = useWords(detailWords)
  const { marks, environment, exception } = snapshot
  const started = startedAt + marks.created
  const facts: (Fact | undefined | false)[] = [
    { name: words.status, value: <TaskStatus snapshot={snapshot} /> },
    { name: words.api, value: words.apis[snapshot.api] },
    { name: words.started, value: <span title={formatExactMoment(started)}>{formatMoment(started)}</span> },
    {
      name: words.took,
      value: (
        <>
          <Duration ms={elapsedOf(snapshot, now)} /> {isPending(snapshot) && words.sofar}
        </>
      ),
    },
    snapshot.by && { name: words.answeredBy, value: <AnsweredBy snapshot={snapshot} /> },
    snapshot.timeout !== undefined && { name: words.timeout, value: <Duration ms={snapshot.timeout} /> },
    snapshot.sent && snapshot.sent.body.size > 0 && { name: words.requestSize, value: <Size bytes={snapshot.sent.body.size} /> },
    marks.headersReceived !== undefined && {
      name: words.size,
      value: (
        <>
          <Size bytes={snapshot.receivedBytes} /> {snapshot.chunks > 1 && words.chunks(formatCount(snapshot.chunks))}
        </>
      ),
    },
    snapshot.dataForm && { name: words.data, value: words.dataForm[snapshot.dataForm] },
    snapshot.queuedBehind !== undefined && { name: words.queue, value: words.queued(snapshot.queuedBehind) },
    snapshot.redirects.length > 0 && { name: words.redirects, value: String(snapshot.redirects.length) },
    snapshot.useHttpDNS !== undefined && { name: words.useHttpDNS, value: String(snapshot.useHttpDNS) },
    exception && {
      name: words.exception,
      value: (
        <>
          {exception.retryCount !== undefined && `${words.retries(exception.retryCount)} · `}
          {exception.reasons.map((reason) => `${reason.errMsg} (${reason.errno})`).join(' · ')}
        </>
      ),
    },
    snapshot.api !== 'page' && { name: words.callbacks, value: <Callbacks snapshot={snapshot} /> },
    { name: words.environment, value: `${words.platform[environment.platform]} · ${words.lib(environment.lib)}` },
  ]
  return facts.filter((fact) => fact !== undefined && fact !== false)
}

function AnsweredBy({ snapshot: { by, ruleName } }: { readonly snapshot: TaskSnapshot }) {
  const { overview: words } = useWords(detailWords)
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
            {words.callbackThrew(callback, threw)}
          </Badge>
        ),
      )}
    </span>
  )
}
