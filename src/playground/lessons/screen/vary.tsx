import { CircleCheck, CircleDashed, Play } from 'lucide-react'
import { useContext, useState } from 'react'
import { messageOf } from '../../../contract/describe.ts'
import { LanguageContext, useWords } from '../../../entry/words.ts'
import { lessonWords } from '../../words/lesson-words.ts'
import { holds } from '../run/read-recording.ts'
import type { Recording } from '../run/recording.ts'
import { runLesson } from '../run/run-lesson.ts'
import type { Lesson, Variation } from '../schema/lesson-schema.ts'
import { plainText, RichText } from './rich-text.tsx'
import { PhaseBar } from './timeline.tsx'

export interface VaryProps {
  readonly lesson: Lesson
  /** The run of the code as it stands. */
  readonly recording: Recording
  /** A changed run, to be shown. */
  onRun(recording: Recording): void
  /** Says why a change cannot be run. */
  onFault(why: string): void
  onReached(): void
}

interface Try {
  readonly variation: Variation | undefined
  readonly recording: Recording
}

/** One change, and a goal that it reaches or misses. */
export function Vary({ lesson, recording, onRun, onFault, onReached }: VaryProps) {
  const words = useWords(lessonWords)
  const language = useContext(LanguageContext)
  const [chosen, setChosen] = useState<Variation>()
  const [tries, setTries] = useState<readonly Try[]>([{ variation: undefined, recording }])
  const last = tries.at(-1)
  const reached = (run: Recording) => lesson.vary.check.every((check) => holds(run, check))

  const run = async () => {
    if (!chosen) return
    let changed: Recording
    try {
      changed = await runLesson(lesson, { variation: chosen })
    } catch (cause) {
      // As of the lesson itself: nobody has checked the rules and settings of one that is being made.
      return onFault(messageOf(cause))
    }
    setTries((before) => [...before, { variation: chosen, recording: changed }])
    onRun(changed)
    if (reached(changed)) onReached()
  }
  return (
    <section className="lesson-vary">
      <h2>{words.vary}</h2>
      <p>
        <RichText text={lesson.vary.goal} />
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <fieldset className="question-options">
          <legend className="lesson-hidden">{words.vary}</legend>
          {lesson.vary.options.map((variation) => (
            <label key={variation.label.en} className="question-option">
              <input
                type="radio"
                name="variation"
                aria-label={plainText(variation.label, language)}
                checked={chosen === variation}
                onChange={() => setChosen(variation)}
              />
              <span>
                <RichText text={variation.label} />
              </span>
            </label>
          ))}
        </fieldset>
        <button type="submit" className="lesson-button is-main" disabled={!chosen}>
          <Play size={14} aria-hidden="true" />
          {words.tryIt}
        </button>
      </form>
      <div role="status" className="lesson-verdict">
        {last?.variation && <Verdict lesson={lesson} variation={last.variation} reached={reached(last.recording)} />}
      </div>
      <table>
        <caption className="lesson-hidden">{words.tries}</caption>
        <thead>
          <tr>
            <th scope="col">{words.changed}</th>
            <th scope="col">{words.ran}</th>
            <th scope="col">{words.timeline}</th>
          </tr>
        </thead>
        <tbody>
          {tries.map((each, nth) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: tries are only added
            <tr key={nth}>
              <th scope="row">{each.variation ? <RichText text={each.variation.label} /> : words.asWritten}</th>
              <td>
                <code>{ranIn(each.recording)}</code>
              </td>
              <td>
                <PhaseBar recording={each.recording} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Verdict({ lesson, variation, reached }: { readonly lesson: Lesson; readonly variation: Variation; readonly reached: boolean }) {
  const words = useWords(lessonWords)
  const Icon = reached ? CircleCheck : CircleDashed
  const text = reached ? lesson.vary.reached : variation.hint
  return (
    <p data-reached={reached || undefined}>
      <Icon size={18} aria-hidden="true" />
      <span>
        <b>{reached ? words.reached : words.missed}</b> {text && <RichText text={text} />}
      </span>
    </p>
  )
}

/** The callbacks of a run, each named once. */
function ranIn({ moments }: Recording): string {
  return [...new Set(moments.flatMap((moment) => (moment.kind === 'heard' ? [moment.name] : [])))].join(', ')
}
