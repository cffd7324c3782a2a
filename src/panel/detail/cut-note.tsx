import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { formatCount } from '../parts/format.ts'
import { detailWords } from '../words/detail-words.ts'
import { eventWords } from '../words/event-words.ts'
import { useWords } from '../words/words.ts'

/** Of more no one reads. */
const MOST_SHOWN = 5

/** Says which texts and lists of a task the record holds only in part: nothing that was shortened looks whole. */
export function CutNote({ cuts }: Pick<TaskSnapshot, 'cuts'>) {
  const { cuts: words } = useWords(detailWords)
  const { type } = useWords(eventWords)
  if (cuts.length === 0) return null
  return (
    <p className="detail-cuts">
      {words.text}
      {cuts.slice(0, MOST_SHOWN).map(({ event, where, size, kept }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same place may be cut in several events
        <span key={place}>
          {type[event]} <code>{where}</code> ({words.part(formatCount(kept), formatCount(size))})
        </span>
      ))}
      {cuts.length > MOST_SHOWN && <span>{words.more(formatCount(cuts.length - MOST_SHOWN))}</span>}
    </p>
  )
}
