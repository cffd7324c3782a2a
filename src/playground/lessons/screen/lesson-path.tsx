import { Check } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useWords } from '../../../entry/words.ts'
import { builderWords } from '../../words/builder-words.ts'
import { lessonWords } from '../../words/lesson-words.ts'
import { LESSONS, PARTS } from '../content/lessons.ts'
import type { Lesson } from '../schema/lesson-schema.ts'
import { CodeView } from './code-view.tsx'
import { BUILDER, type LessonPlace, STEPS } from './lesson-place.ts'
import type { Progress } from './lesson-progress.ts'
import { RichText } from './rich-text.tsx'

export interface LessonPathProps {
  readonly progress: Progress
  go(place: LessonPlace): void
  /** From the first step, without what was predicted before. */
  onRestart(id: string): void
}

/** All lessons in their order, with how far a person came. */
export function LessonPath({ progress, go, onRestart }: LessonPathProps) {
  const words = useWords(lessonWords)
  const maker = useWords(builderWords)
  const done = LESSONS.filter(({ id }) => progress[id]?.done)
  const left = LESSONS.filter((lesson) => !done.includes(lesson))
  const all = LESSONS.reduce((sum, { minutes }) => sum + minutes, 0)
  const up = left.find(({ id }) => stateOf(progress, id) === 'begun') ?? left[0]
  let begun = 0
  return (
    <div className="lesson-path">
      <div className="path-main">
        <header>
          <div>
            <h1 tabIndex={-1} data-landing>
              {words.title}
            </h1>
            <p>
              {words.about}{' '}
              <a href={`?screen=lessons&lesson=${BUILDER}`} onClick={(event) => follow(event, () => go({ lesson: BUILDER }))}>
                {maker.link}
              </a>
            </p>
          </div>
          <div className="path-progress">
            <p>
              <b>{words.progress(done.length, LESSONS.length)}</b>
              <span>{words.left(left.reduce((sum, { minutes }) => sum + minutes, 0))}</span>
            </p>
            <div aria-hidden="true">
              {LESSONS.map(({ id }) => (
                <i key={id} data-state={stateOf(progress, id)} />
              ))}
            </div>
          </div>
        </header>
        <nav aria-label={words.list}>
          {PARTS.map((part) => {
            const mine = LESSONS.filter((lesson) => lesson.part === part)
            if (mine.length === 0) return null
            return (
              <section key={part} className="path-part">
                <h2>{words.parts[part]}</h2>
                <ol>
                  {mine.map((lesson) => {
                    const from = begun
                    begun += lesson.minutes
                    return (
                      <li key={lesson.id} data-state={stateOf(progress, lesson.id)} data-next={lesson === up || undefined}>
                        <a
                          href={`?screen=lessons&lesson=${lesson.id}`}
                          onClick={(event) => follow(event, () => go({ lesson: lesson.id, step: 1 }))}
                        >
                          <i className="path-dot">{progress[lesson.id]?.done && <Check size={12} aria-hidden="true" />}</i>
                          <span className="path-number">{LESSONS.indexOf(lesson) + 1}</span>
                          <b>
                            <RichText text={lesson.title} />
                          </b>
                          <span className="path-about">
                            {progress[lesson.id]?.done ? (
                              <RichText text={lesson.lesson} />
                            ) : (
                              <RichText text={lesson.questions[0]?.ask ?? lesson.lesson} />
                            )}
                          </span>
                          <span className="path-kind">
                            {[...new Set(lesson.questions.map(({ kind }) => words.kinds[kind]))].join(' · ')}
                          </span>
                          <span className="path-bar" aria-hidden="true">
                            <i style={{ insetInlineStart: `${(from / all) * 100}%`, inlineSize: `${(lesson.minutes / all) * 100}%` }} />
                          </span>
                          <span className="path-minutes">{words.minutes(lesson.minutes)}</span>
                          <span className="lesson-hidden">{words.states[stateOf(progress, lesson.id)]}</span>
                        </a>
                      </li>
                    )
                  })}
                </ol>
              </section>
            )
          })}
        </nav>
      </div>
      {up && <UpNext lesson={up} step={progress[up.id]?.step} go={go} onRestart={onRestart} />}
    </div>
  )
}

interface UpNextProps extends Pick<LessonPathProps, 'go' | 'onRestart'> {
  readonly lesson: Lesson
  readonly step?: number | undefined
}

function UpNext({ lesson, step = 1, go, onRestart }: UpNextProps) {
  const words = useWords(lessonWords)
  return (
    <aside className="path-next" aria-label={words.next}>
      <p className="lesson-dim">
        {words.lesson(LESSONS.indexOf(lesson) + 1)} · {words.parts[lesson.part]}
      </p>
      <h2>
        <RichText text={lesson.title} />
      </h2>
      <p>
        <RichText text={lesson.story} />
      </p>
      <CodeView code={lesson.code.trim()} label={words.code} />
      <ol className="path-steps">
        {STEPS.map((name, nth) => (
          <li key={name} data-done={nth + 1 < step || undefined}>
            <span>{nth + 1 < step ? <Check size={14} aria-hidden="true" /> : nth + 1}</span>
            {words.steps[name]}
          </li>
        ))}
      </ol>
      <p className="path-acts">
        <button type="button" className="lesson-button is-main" onClick={() => go({ lesson: lesson.id, step })}>
          {step > 1 ? words.resume(words.steps[STEPS[step - 1] ?? 'ask']) : words.start}
        </button>
        {step > 1 && (
          <button type="button" className="lesson-button" onClick={() => onRestart(lesson.id)}>
            {words.again}
          </button>
        )}
      </p>
    </aside>
  )
}

function stateOf(progress: Progress, id: string): 'done' | 'begun' | 'open' {
  const mine = progress[id]
  return mine?.done ? 'done' : mine && mine.step > 1 ? 'begun' : 'open'
}

/** A plain press stays on this page; one that asks for a new tab is the browser's. */
function follow(event: MouseEvent, go: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  go()
}
