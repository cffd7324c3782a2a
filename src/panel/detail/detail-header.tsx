import { CircleStop, Search, X } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import type { PanelSource } from '../../contract/panel-source.ts'
import { isHoldable } from '../../recorder/tasks/holds.ts'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { CopyMenuButton, CopyUrlButton } from '../exchange/copy-menu-button.tsx'
import { HeadAnswer } from '../mocks/call/head-answer.tsx'
import { MockButton } from '../mocks/call/mock-button.tsx'
import { clipText } from '../parts/format.ts'
import { detailWords } from '../words/detail-words.ts'
import { findWords } from '../words/find-words.ts'
import { taskWords } from '../words/task-words.ts'
import { useWords } from '../words/words.ts'
import { isPending } from './task/outcome.ts'
import { TaskStatus } from './task/task-status.tsx'

interface DetailHeaderProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  readonly onFind: () => void
  readonly onClose: () => void
}

/** Which call this is, how it stands, and what can be done to it. */
export function DetailHeader({ source, snapshot, onFind, onClose }: DetailHeaderProps) {
  const words = useWords(detailWords)
  const tasks = useWords(taskWords)
  const finding = useWords(findWords)
  // A fetch of the page itself is not ours to end. A held call is ended from its bar.
  const abortable = source.send && isPending(snapshot) && snapshot.api !== 'page' && !isHoldable(snapshot)
  return (
    <header className="detail-head">
      <TaskStatus snapshot={snapshot} />
      <span className="detail-method">{snapshot.method}</span>
      <UrlText url={snapshot.url} />
      <span className="detail-actions">
        {abortable && (
          <button
            type="button"
            className="part-button"
            data-kind="danger"
            onClick={() => source.send?.({ type: 'abort', taskId: snapshot.taskId })}
          >
            <CircleStop size={14} aria-hidden="true" />
            {snapshot.socket ? tasks.closeSocket : tasks.abort}
          </button>
        )}
        <HeadAnswer snapshot={snapshot} />
        <MockButton snapshot={snapshot} />
        <button
          type="button"
          className="part-icon-button"
          aria-label={finding.open}
          aria-keyshortcuts="Control+F Meta+F"
          title={finding.field}
          onClick={onFind}
        >
          <Search size={14} aria-hidden="true" />
        </button>
        <CopyMenuButton snapshot={snapshot} />
        <CopyUrlButton snapshot={snapshot} />
        <button type="button" className="part-icon-button" aria-label={words.close} title={words.close} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </button>
      </span>
    </header>
  )
}

/** A path that wraps between its segments rather than within them. What is copied stays as it is. */
function breakable(path: string): ReactNode {
  return path.split(/(?<=.)(?=\/)/).map((segment, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a segment is known by nothing but its place
    <Fragment key={place}>
      {place > 0 && <wbr />}
      {segment}
    </Fragment>
  ))
}

/** Characters up to which a url is taken apart: each segment is an element. */
const LONGEST_URL = 4000

/** The whole url, with the eye led to its path. Of a very long one, the beginning; all of it can be copied. */
function UrlText({ url }: { readonly url: string }) {
  if (url.length > LONGEST_URL)
    return (
      <h2 className="detail-url" data-found-scope="url 0" data-at={0}>
        {clipText(url)}
      </h2>
    )
  const [, origin = '', path = url, rest = ''] = /^([a-z]+:\/\/[^/?#]*)([^?#]*)(.*)$/i.exec(url) ?? []
  return (
    <h2 className="detail-url" data-found-scope="url 0" data-at={0}>
      <span className="detail-url-dim">{origin}</span>
      <wbr />
      <span>{breakable(path)}</span>
      <wbr />
      <span className="detail-url-dim">{rest}</span>
    </h2>
  )
}
