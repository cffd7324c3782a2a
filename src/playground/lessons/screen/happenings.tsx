import { useContext, useEffect, useRef } from 'react'
import { eventWords, LanguageContext, useWords } from '../../../entry/words.ts'
import { lessonWords } from '../../words/lesson-words.ts'
import type { Moment, Recording } from '../run/recording.ts'
import type { Lesson } from '../schema/lesson-schema.ts'
import { formatMs } from './format-ms.ts'
import { RichText } from './rich-text.tsx'

export interface HappeningsProps {
  readonly lesson: Lesson
  readonly recording: Recording
  readonly index: number
  onShow(index: number): void
}

/** Every moment of the run, the present one with its explanation. */
export function Happenings({ lesson, recording, index, onShow }: HappeningsProps) {
  const words = useWords(lessonWords)
  const current = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const list = current.current?.parentElement
    if (index > 0 && current.current && list) list.scrollTop = current.current.offsetTop - list.offsetTop - list.clientHeight / 3
  }, [index])
  return (
    <ol className="lesson-happenings" aria-label={words.events}>
      {recording.moments.map((moment, nth) => {
        const isCurrent = nth === index - 1
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: what happened stays in its order
            key={nth}
            ref={isCurrent ? current : undefined}
            aria-current={isCurrent ? 'step' : undefined}
            data-later={nth >= index || undefined}
          >
            <button type="button" onClick={() => onShow(nth + 1)}>
              <span className="lesson-dim">{nth + 1}</span>
              <MomentName moment={moment} many={recording.tasks.length > 1} />
              <span className="lesson-at">{formatMs(moment.at)}</span>
            </button>
            {isCurrent && <Explanation lesson={lesson} moment={moment} />}
          </li>
        )
      })}
    </ol>
  )
}

function MomentName({ moment, many }: { readonly moment: Moment; readonly many: boolean }) {
  const words = useWords(eventWords)
  const of = many ? `${moment.call} · ` : ''
  if (moment.kind === 'heard') return <code>{`${of}${moment.name}()`}</code>
  return <span>{`${of}${words.type[moment.event.type]}`}</span>
}

function Explanation({ lesson, moment }: { readonly lesson: Lesson; readonly moment: Moment }) {
  const language = useContext(LanguageContext)
  const note = lesson.notes?.[moment.kind === 'heard' ? moment.name : moment.event.type]
  const common = moment.kind === 'heard' ? lessonWords[language].callback(moment.name) : eventWords[language].means[moment.event.type]
  return <p>{note ? <RichText text={note} /> : common}</p>
}
