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
  /** Whether what is still to come is listed too. While a run is watched for the first time it would give the answer away. */
  readonly ahead: boolean
  onShow(index: number): void
}

/** Every moment of the run, the present one with its explanation. */
export function Happenings({ lesson, recording, index, ahead, onShow }: HappeningsProps) {
  const words = useWords(lessonWords)
  const current = useRef<HTMLLIElement>(null)
  useEffect(() => {
    const list = current.current?.parentElement
    if (index > 0 && current.current && list) list.scrollTop = current.current.offsetTop - list.offsetTop - list.clientHeight / 3
    // The list is one stop of Tab; within it the arrows lead.
    if (list?.contains(document.activeElement)) current.current?.querySelector('button')?.focus()
  }, [index])
  return (
    <ol className="lesson-happenings" aria-label={words.events}>
      {(ahead ? recording.moments : recording.moments.slice(0, index)).map((moment, nth) => {
        const isCurrent = nth === index - 1
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: what happened stays in its order
            key={nth}
            ref={isCurrent ? current : undefined}
            aria-current={isCurrent ? 'step' : undefined}
            data-later={nth >= index || undefined}
          >
            <button
              type="button"
              tabIndex={nth === Math.max(0, index - 1) ? 0 : -1}
              onClick={() => onShow(nth + 1)}
              onKeyDown={(event) => {
                const to = { ArrowUp: nth, ArrowDown: nth + 2, Home: 1, End: recording.moments.length }[event.key]
                if (to === undefined) return
                event.preventDefault()
                onShow(Math.max(1, to))
              }}
            >
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
