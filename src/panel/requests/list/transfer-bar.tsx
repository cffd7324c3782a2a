import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { formatSize } from '../../parts/format.ts'
import { listWords } from '../../words/list-words.ts'
import { useWords } from '../../words/words.ts'

/** How far a running transfer has come: as a share where the size is known, else as so many bytes. */
export function TransferBar({ task }: { readonly task: TaskSnapshot }) {
  const words = useWords(listWords)
  if (!task.progress) return null
  const { direction, expected, loaded } = task.progress
  const share = expected === undefined ? undefined : Math.min(1, loaded / Math.max(1, expected))
  const part = share === undefined ? formatSize(loaded) : `${Math.floor(share * 100)}%`
  return (
    <>
      <span className="list-transfer-part" aria-hidden="true">
        {part}
      </span>
      <span
        className="list-transfer"
        role="progressbar"
        aria-label={words.transferred[direction](part)}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share !== undefined && { 'aria-valuenow': Math.floor(share * 100) })}
        aria-valuetext={words.transferred[direction](part)}
      >
        <span
          className="list-transfer-done"
          style={{ inlineSize: share === undefined ? '100%' : `${share * 100}%` }}
          data-unknown={share === undefined || undefined}
        />
      </span>
    </>
  )
}
