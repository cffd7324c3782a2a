import './builder.css'
import { Download, FolderOpen, ListChecks, Play, Undo2, WandSparkles } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../../entry/words.ts'
import { builderWords } from '../../words/builder-words.ts'
import { lessonWords } from '../../words/lesson-words.ts'
import { checkLesson } from '../run/check-lesson.ts'
import { runLesson } from '../run/run-lesson.ts'
import type { Check, Lesson, LessonText } from '../schema/lesson-schema.ts'
import { CodeView } from '../screen/code-view.tsx'
import { LessonPage } from '../screen/lesson-page.tsx'
import type { LessonPlace } from '../screen/lesson-place.ts'
import { type Progress, predict, predictionsOf } from '../screen/lesson-progress.ts'
import { useLanding } from '../screen/use-landing.ts'
import { draftLesson, factsOf, MOST_CALLS, type RecordedCall } from './draft-lesson.ts'
import { FactsTable } from './facts-table.tsx'
import { type KeptLesson, keepLesson, readKeptLesson } from './kept-lesson.ts'
import { allCodeOf, type Fault, LONGEST_FILE, readLesson } from './lesson-file.ts'

export interface BuilderPageProps {
  /** The calls of the record that a lesson can be made from. */
  readonly recorded: () => readonly RecordedCall[]
  leave(): void
}

const storage = () => sessionStorage

/** ms. Browsers other than Chromium begin to read a download only after the click. */
const READ_WITHIN = 10_000

/** The texts that have fields of their own; all else is changed in the JSON. */
const FIELDS = {
  title: (lesson) => lesson.title,
  story: (lesson) => lesson.story,
  ask: (lesson) => lesson.questions[0]?.ask,
  lesson: (lesson) => lesson.lesson,
  why: (lesson) => lesson.why.text,
  goal: (lesson) => lesson.vary.goal,
} as const satisfies Readonly<Record<string, (lesson: Lesson) => LessonText | undefined>>
type Field = keyof typeof FIELDS

/** Makes a lesson of recorded calls, or takes one from a file; shows it, and what is wrong with it. */
export function BuilderPage({ recorded, leave }: BuilderPageProps) {
  const words = useWords(builderWords)
  const lessonsWords = useWords(lessonWords)
  const [calls] = useState(recorded)
  const [chosen, setChosen] = useState<readonly number[]>([])
  // A lesson of a stranger is not run before somebody has read its code.
  const [{ text, isAllowed }, setKept] = useState(() => readKeptLesson(storage))
  // What a draft or a file took the place of.
  const [replaced, setReplaced] = useState<KeptLesson>()
  // One of whose texts is empty is not well formed, but has its fields.
  const [written, setWritten] = useState<{ readonly text: string; readonly lesson: Lesson }>()
  const [facts, setFacts] = useState<readonly Check[]>([])
  const [checked, setChecked] = useState<readonly Fault[]>()
  const [place, setPlace] = useState<LessonPlace>({})
  const [tried, setTried] = useState<Progress>({})
  const jsonId = useId()
  const title = useRef<HTMLHeadingElement>(null)
  useLanding(`${place.step}`)
  useEffect(() => keepLesson({ text, isAllowed }, storage), [text, isAllowed])
  // It is loaded late: what led here is gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) title.current?.focus()
  }, [])

  const read = text === '' ? undefined : readLesson(text)
  const lesson = read && 'lesson' in read ? read.lesson : undefined
  const shown = lesson ?? (written?.text === text ? written.lesson : undefined)
  const faults = checked ?? (read && 'faults' in read ? read.faults : undefined)

  const setText = (next: string) => {
    setKept({ text: next, isAllowed })
    setChecked(undefined)
  }
  const write = (next: Lesson) => {
    const json = JSON.stringify(next, null, 2)
    setWritten({ text: json, lesson: next })
    setText(json)
  }
  const replace = (next: KeptLesson) => {
    setReplaced(text === '' ? undefined : { text, isAllowed })
    setKept(next)
    setFacts([])
    setChecked(undefined)
  }
  const draft = async () => {
    const next = draftLesson(chosen.flatMap((nth) => calls[nth] ?? []))
    replace({ text: JSON.stringify(next, null, 2), isAllowed: true })
    setFacts(factsOf(await runLesson(next)))
  }
  const open = async (file: File | undefined) => {
    if (!file) return
    // Not read: it may be of any size.
    if (file.size > 4 * LONGEST_FILE) return setChecked([{ path: file.name, message: 'too large' }])
    const content = await file.text()
    if (content.trim() === '') setChecked([{ path: file.name, message: words.empty }])
    else replace({ text: content, isAllowed: false })
  }
  const check = async (of: Lesson) => {
    const broken = await checkLesson(of)
    setChecked(
      broken.map(({ path, why, found }) => ({
        path,
        message:
          why === 'scenario'
            ? String(found)
            : why === 'throws'
              ? words.fails(String(found))
              : found === undefined
                ? words.whys[why]
                : `${words.whys[why]}; ${words.found(JSON.stringify(found))}`,
      })),
    )
    setFacts(broken.some(({ why }) => why === 'scenario') ? [] : factsOf(await runLesson(of)))
  }

  if (lesson && place.step !== undefined) {
    return (
      <LessonPage
        lesson={lesson}
        step={place.step}
        teacher={place.teacher ?? false}
        go={setPlace}
        predictions={predictionsOf(tried, lesson)}
        onPredict={(predictions) => setTried((before) => predict(before, lesson.id, predictions))}
        onProgress={() => {}}
      />
    )
  }
  return (
    <div className="builder">
      <header>
        <div>
          <p>
            <button type="button" className="builder-back" onClick={leave}>
              {lessonsWords.title}
            </button>
          </p>
          <h1 ref={title} tabIndex={-1} data-landing>
            {words.title}
          </h1>
          <p className="lesson-dim">{words.about}</p>
        </div>
        <div className="builder-acts">
          {replaced && (
            <button
              type="button"
              className="lesson-button"
              onClick={() => {
                setReplaced(undefined)
                setKept(replaced)
                setFacts([])
                setChecked(undefined)
                title.current?.focus()
              }}
            >
              <Undo2 size={14} aria-hidden="true" />
              {words.putBack}
            </button>
          )}
          <label className="lesson-button">
            <FolderOpen size={14} aria-hidden="true" />
            {words.open}
            <input
              type="file"
              accept=".json,application/json"
              className="lesson-hidden"
              onChange={({ currentTarget }) => {
                void open(currentTarget.files?.[0])
                currentTarget.value = ''
              }}
            />
          </label>
          <button type="button" className="lesson-button" disabled={!lesson} onClick={() => lesson && save(lesson)}>
            <Download size={14} aria-hidden="true" />
            {words.save}
          </button>
          <button type="button" className="lesson-button" disabled={!lesson || !isAllowed} onClick={() => lesson && void check(lesson)}>
            <ListChecks size={14} aria-hidden="true" />
            {words.check}
          </button>
          <button
            type="button"
            className="lesson-button is-main"
            disabled={!lesson || !isAllowed}
            onClick={() => {
              setTried({})
              setPlace({ lesson: lesson?.id ?? '', step: 1 })
            }}
          >
            <Play size={14} aria-hidden="true" />
            {words.preview}
          </button>
        </div>
      </header>
      <div role="status" className="builder-status">
        {faults && faults.length > 0 && <Faults faults={faults} />}
        {faults?.length === 0 && <p>{words.sound}</p>}
      </div>
      {lesson && !isAllowed && (
        <section className="builder-stranger" aria-label={words.stranger}>
          <p>{words.stranger}</p>
          <CodeView code={allCodeOf(lesson)} label={lessonsWords.code} />
          <button type="button" className="lesson-button" onClick={() => setKept({ text, isAllowed: true })}>
            {words.trust}
          </button>
        </section>
      )}
      <div className="builder-columns">
        <section aria-label={words.calls}>
          <h2>{words.calls}</h2>
          <p className="lesson-dim">{calls.length === 0 ? words.noCalls : words.callsHint(MOST_CALLS)}</p>
          <ol className="builder-calls">
            {calls.map(({ task }, nth) => (
              <li key={task.taskId}>
                <label>
                  <input
                    type="checkbox"
                    checked={chosen.includes(nth)}
                    disabled={!chosen.includes(nth) && chosen.length === MOST_CALLS}
                    onChange={() =>
                      setChosen((before) =>
                        before.includes(nth) ? before.filter((each) => each !== nth) : [...before, nth].sort((a, b) => a - b),
                      )
                    }
                  />
                  <code>{task.method}</code> <span title={task.url}>{task.url.replace(/^https?:\/\//, '')}</span>{' '}
                  <b>{task.statusCode ?? task.error?.errMsg}</b>
                </label>
              </li>
            ))}
          </ol>
          <button type="button" className="lesson-button" disabled={chosen.length === 0} onClick={() => void draft()}>
            <WandSparkles size={14} aria-hidden="true" />
            {words.draft}
          </button>
          {shown && facts.length > 0 && <FactsTable lesson={shown} facts={facts} onChange={write} />}
        </section>
        {shown && (
          <section aria-label={words.texts}>
            <h2>{words.texts}</h2>
            <Texts lesson={shown} onChange={write} />
            <label className="builder-field">
              <span className="lesson-dim">{lessonsWords.code}</span>
              <textarea
                rows={8}
                spellCheck={false}
                className="builder-code"
                value={shown.code}
                onChange={({ currentTarget: { value } }) => write({ ...shown, code: value })}
              />
            </label>
            <p className="lesson-dim">{words.secrets}</p>
          </section>
        )}
        {text !== '' && (
          <section>
            <h2>
              <label htmlFor={jsonId}>{words.json}</label>
            </h2>
            <p className="lesson-dim">{words.jsonHint}</p>
            <textarea id={jsonId} spellCheck={false} value={text} onChange={({ currentTarget: { value } }) => setText(value)} />
          </section>
        )}
      </div>
    </div>
  )
}

function Faults({ faults }: { readonly faults: readonly Fault[] }) {
  const words = useWords(builderWords)
  return (
    <>
      <p>
        <b>{words.faults(faults.length)}</b>
      </p>
      <ul>
        {faults.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <code>{path}</code> {message === 'too large' ? words.tooLarge : message}
          </li>
        ))}
      </ul>
    </>
  )
}

function Texts({ lesson, onChange }: { readonly lesson: Lesson; onChange(lesson: Lesson): void }) {
  const words = useWords(builderWords)
  return Object.entries(FIELDS).map(([name, at]) => {
    const field = name as Field
    const texts = at(lesson)
    if (!texts) return null
    return (
      <fieldset key={field} className="builder-field">
        <legend>{words.fields[field]}</legend>
        {(['zh', 'en'] as const).map((language) => (
          <textarea
            key={language}
            rows={field === 'title' || field === 'lesson' || field === 'ask' || field === 'goal' ? 1 : 2}
            lang={language === 'zh' ? 'zh-CN' : 'en'}
            aria-label={`${words.fields[field]}, ${language === 'zh' ? words.chinese : words.english}`}
            value={texts[language]}
            onChange={({ currentTarget: { value } }) => onChange(withText(lesson, field, { ...texts, [language]: value }))}
          />
        ))}
      </fieldset>
    )
  })
}

function withText(lesson: Lesson, field: Field, text: LessonText): Lesson {
  const [first, ...others] = lesson.questions
  if (field === 'ask') return first ? { ...lesson, questions: [{ ...first, ask: text }, ...others] } : lesson
  if (field === 'why') return { ...lesson, why: { ...lesson.why, text } }
  if (field === 'goal') return { ...lesson, vary: { ...lesson.vary, goal: text } }
  return { ...lesson, [field]: text }
}

function save(lesson: Lesson): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(lesson, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${lesson.id}.lesson.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), READ_WITHIN)
}
