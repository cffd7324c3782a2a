import { ArrowRight, Check, ChevronLeft, ChevronRight, Link2, Play, Presentation, RotateCcw } from 'lucide-react'
import { useContext, useEffect, useState } from 'react'
import { messageOf } from '../../../contract/describe.ts'
import { LanguageContext, useWords } from '../../../entry/words.ts'
import { builderWords } from '../../words/builder-words.ts'
import { lessonWords } from '../../words/lesson-words.ts'
import { LESSONS } from '../content/lessons.ts'
import { endOf, type Recording } from '../run/recording.ts'
import { codeOf, runLesson } from '../run/run-lesson.ts'
import type { Lesson, ReadValue } from '../schema/lesson-schema.ts'
import { CodeView, lineOf } from './code-view.tsx'
import { Comparison } from './comparison.tsx'
import { Happenings } from './happenings.tsx'
import { type LessonPlace, STEPS } from './lesson-place.ts'
import { Questions } from './questions.tsx'
import { plainText, RichText } from './rich-text.tsx'
import { Stage } from './stage.tsx'
import { type Pane, TeacherBar, usePresenterKeys } from './teacher-bar.tsx'
import { slowSpeedFor, useReplay } from './use-replay.ts'
import { Vary } from './vary.tsx'
import { Why } from './why.tsx'

export interface LessonPageProps {
  readonly lesson: Lesson
  /** From 1. */
  readonly step: number
  readonly teacher: boolean
  go(place: LessonPlace): void
  /** By question. */
  readonly predictions: readonly ReadValue[]
  onPredict(predictions: readonly ReadValue[]): void
  onProgress(step: number, done: boolean): void
}

/** One lesson, from the prediction to the goal. Every step after the first shows the same run. */
export function LessonPage({ lesson, step, teacher, go: leadTo, predictions, onPredict, onProgress }: LessonPageProps) {
  const words = useWords(lessonWords)
  const maker = useWords(builderWords)
  const language = useContext(LanguageContext)
  const [original, setOriginal] = useState<Recording>()
  const [varied, setVaried] = useState<Recording>()
  const [reached, setReached] = useState(false)
  const [fault, setFault] = useState<string>()
  // Only the last step is about a changed run.
  const shown = step === STEPS.length ? (varied ?? original) : original
  const replay = useReplay(shown, () => step === 2 && show(3))
  const name = STEPS[step - 1] ?? 'ask'
  // Cards may lie right as they are.
  const predicted = lesson.questions.map((question, nth) =>
    predictions[nth] === undefined && question.kind === 'order' ? question.cards : predictions[nth],
  )
  const ready = predicted.some((each) => each !== undefined)
  const [pane, setPane] = useState<Pane>('text')
  const [answers, setAnswers] = useState(false)
  const hidden = teacher && !answers && (name === 'see' || name === 'why')
  /** 0 for one that does not come with the page. */
  const number = LESSONS.indexOf(lesson) + 1

  // Whoever teaches goes on teaching.
  const go = (place: LessonPlace) => leadTo(teacher && place.lesson ? { ...place, teacher } : place)
  function show(next: number) {
    setPane(next === 2 ? 'stage' : 'text')
    if (next <= 2) setAnswers(false)
    go({ lesson: lesson.id, step: next })
    onProgress(next, false)
  }
  const run = async (slowly: boolean) => {
    let recording: Recording
    try {
      recording = await runLesson(lesson)
    } catch (cause) {
      // Its rules or settings: nobody has checked those of a lesson that is being made.
      return setFault(messageOf(cause))
    }
    setFault(undefined)
    setOriginal(recording)
    setVaried(undefined)
    if (slowly) {
      replay.setSpeed(slowSpeedFor(endOf(recording)))
      replay.showMoments(0)
      replay.play()
    }
  }
  const watch = () => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    show(still ? 3 : 2)
    void run(!still)
  }
  // A link may lead to any step: what those before it would have made is made now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a step that is new asks for a run
  useEffect(() => {
    if (step === 2 && !original) watch()
    else if (step > 2 && !original) void run(false)
  }, [step])
  // A step that begins after the run shows its end.
  const isFresh = shown !== undefined && replay.index === 0 && step > 2 && !replay.playing
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each run
  useEffect(() => {
    if (isFresh && shown) replay.showMoments(shown.moments.length)
  }, [shown, step > 2])

  usePresenterKeys(teacher, {
    ArrowLeft: () => replay.showMoments(replay.index - 1),
    ArrowRight: () => replay.showMoments(replay.index + 1),
    PageUp: () => step > 1 && show(step - 1),
    PageDown: () => step < STEPS.length && show(step + 1),
    a: () => setAnswers((before) => !before),
    r: watch,
    q: () => setPane('text'),
    c: () => setPane('code'),
    t: () => setPane('stage'),
    ...Object.fromEntries(STEPS.map((_, nth) => [String(nth + 1), () => (nth === 1 ? watch() : show(nth + 1))])),
  })

  const code = step === 5 && shown ? shown.code : codeOf(lesson)
  const moment = shown?.moments[replay.index - 1]
  const next = number === 0 ? undefined : LESSONS[number]
  return (
    <div className="lesson" data-step={name} data-teacher={teacher || undefined} data-pane={pane}>
      <nav className="lesson-bar" aria-label={words.stepList}>
        <span className="lesson-crumb">
          <button type="button" onClick={() => go({})}>
            {number === 0 ? maker.title : words.title}
          </button>
          <ChevronRight size={13} aria-hidden="true" />
          <span>{words.parts[lesson.part]}</span>
          <ChevronRight size={13} aria-hidden="true" />
          <b>{number === 0 ? maker.own : words.lesson(number)}</b>
        </span>
        <ol className="lesson-steps">
          {STEPS.map((each, nth) => (
            <li key={each} data-done={nth + 1 < step || undefined}>
              <button
                type="button"
                aria-current={nth + 1 === step ? 'step' : undefined}
                onClick={() => (nth === 1 ? watch() : show(nth + 1))}
              >
                <i aria-hidden="true">{nth + 1 < step ? <Check size={14} /> : nth + 1}</i>
                {words.steps[each]}
              </button>
            </li>
          ))}
        </ol>
        <span className="lesson-share">
          <button
            type="button"
            className="lesson-button is-quiet"
            aria-label={teacher ? words.leaveTeacher : words.teacher}
            title={teacher ? words.leaveTeacher : words.teacher}
            onClick={() => leadTo({ lesson: lesson.id, step, ...(teacher ? {} : { teacher: true }) })}
          >
            <Presentation size={14} aria-hidden="true" />
            <span>{teacher ? words.leaveTeacher : words.teacher}</span>
          </button>
          {number > 0 && <CopyLink teacher={teacher} />}
        </span>
        <span className="lesson-neighbours">
          <Neighbour lesson={LESSONS[number - 2]} label={words.previous} go={go} icon={ChevronLeft} />
          <Neighbour lesson={next} label={words.following} go={go} icon={ChevronRight} />
        </span>
      </nav>
      <div className="lesson-panes">
        <section className="lesson-left" aria-label={plainText(lesson.title, language)}>
          <section className="lesson-text" aria-label={words.steps[name]} tabIndex={-1} data-landing>
            <h1>
              <RichText text={lesson.title} />
            </h1>
            {name === 'ask' && (
              <>
                <p>
                  <RichText text={lesson.story} />
                </p>
                <form
                  id="prediction"
                  onSubmit={(event) => {
                    event.preventDefault()
                    onPredict(predicted)
                    watch()
                  }}
                >
                  <Questions
                    questions={lesson.questions}
                    predictions={predictions}
                    onPredict={(nth, value) => onPredict(predictions.map((before, each) => (each === nth ? value : before)))}
                  />
                </form>
              </>
            )}
            {fault !== undefined && name !== 'ask' && (
              <p className="lesson-fault" role="alert">
                <b>{words.broken}</b> {fault}
              </p>
            )}
            {hidden && <p className="lesson-held">{words.answersHidden}</p>}
            {!hidden && (name === 'run' || name === 'see') && shown && (
              <>
                {name === 'see' && <Comparison lesson={lesson} recording={shown} predictions={predictions} />}
                <Happenings lesson={lesson} recording={shown} index={replay.index} ahead={name === 'see'} onShow={replay.showMoments} />
              </>
            )}
            {!hidden && name === 'why' && <Why lesson={lesson} />}
            {name === 'vary' && original && (
              <Vary
                lesson={lesson}
                recording={original}
                onFault={setFault}
                onRun={(recording) => {
                  setFault(undefined)
                  setVaried(recording)
                  replay.setSpeed(slowSpeedFor(endOf(recording)))
                  replay.showTime(0)
                  replay.play()
                }}
                onReached={() => {
                  setReached(true)
                  onProgress(5, true)
                }}
              />
            )}
          </section>
          <div className="lesson-acts">
            {name === 'ask' ? (
              <>
                <button type="submit" form="prediction" className="lesson-button is-main" disabled={!ready}>
                  <Play size={14} aria-hidden="true" />
                  {words.runSlowly}
                </button>
                <span className="lesson-dim">{ready ? words.runNote : words.predictFirst}</span>
                <button
                  type="button"
                  className="lesson-button is-quiet"
                  onClick={() => {
                    onPredict([])
                    watch()
                  }}
                >
                  {words.skip}
                </button>
              </>
            ) : (
              <>
                <button type="button" className="lesson-button" onClick={watch}>
                  <RotateCcw size={14} aria-hidden="true" />
                  {words.runAgain}
                </button>
                <span className="lesson-space" />
                {step < 5 ? (
                  <button type="button" className="lesson-button is-main" onClick={() => show(step + 1)}>
                    {words.nextStep(words.steps[STEPS[step] ?? 'ask'])}
                    <ArrowRight size={14} aria-hidden="true" />
                  </button>
                ) : (
                  <button
                    type="button"
                    className={`lesson-button ${reached ? 'is-main' : ''}`}
                    onClick={() => go(next ? { lesson: next.id, step: 1 } : {})}
                  >
                    {next ? words.following : number === 0 ? maker.title : words.toList}
                    <ArrowRight size={14} aria-hidden="true" />
                  </button>
                )}
              </>
            )}
          </div>
          <div className="lesson-code-pane">
            <h2 className="lesson-section">{words.code}</h2>
            <CodeView code={code} label={words.code} lit={lineOf(code, moment)} />
          </div>
        </section>
        <Stage recording={step === 1 ? undefined : shown} replay={replay} />
      </div>
      {teacher && <TeacherBar pane={pane} onPane={setPane} answers={answers} onAnswers={setAnswers} />}
    </div>
  )
}

function Neighbour({
  lesson,
  label,
  go,
  icon: Icon,
}: {
  readonly lesson: Lesson | undefined
  readonly label: string
  go(place: LessonPlace): void
  readonly icon: typeof ChevronLeft
}) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      disabled={!lesson}
      onClick={() => lesson && go({ lesson: lesson.id, step: 1 })}
    >
      <Icon size={16} aria-hidden="true" />
    </button>
  )
}

/** A link to this step; that of a class opens without the teacher's view. */
function CopyLink({ teacher }: { readonly teacher: boolean }) {
  const words = useWords(lessonWords)
  const [copied, setCopied] = useState(false)
  const address = () => {
    const link = new URL(location.href)
    link.searchParams.delete('teacher')
    return link.href
  }
  const name = copied ? words.copied : teacher ? words.classLink : words.copyLink
  return (
    <button
      type="button"
      className="lesson-button is-quiet"
      aria-label={name}
      title={name}
      onClick={() => void navigator.clipboard.writeText(address()).then(() => setCopied(true))}
      onBlur={() => setCopied(false)}
    >
      <Link2 size={14} aria-hidden="true" />
      <span>{name}</span>
    </button>
  )
}
