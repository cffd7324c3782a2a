import { useWords } from '../../../entry/words.ts'
import { lessonWords } from '../../words/lesson-words.ts'
import { isSame, readRecording, wasPredicted } from '../run/read-recording.ts'
import type { Recording } from '../run/recording.ts'
import type { Lesson, LessonText, Question, ReadValue } from '../schema/lesson-schema.ts'
import { RichText } from './rich-text.tsx'

export interface ComparisonProps {
  readonly lesson: Lesson
  readonly recording: Recording
  readonly predictions: readonly ReadValue[]
}

/** Each prediction beside what happened. A wrong one is no fault, and looks like none. */
export function Comparison({ lesson, recording, predictions }: ComparisonProps) {
  const words = useWords(lessonWords)
  const rows = lesson.questions.flatMap((question, nth) => rowsOf(question, predictions[nth], recording))
  const asked = rows.filter(({ predicted }) => predicted !== undefined)
  return (
    <section className="lesson-comparison">
      <h2>{words.compare}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.question}</th>
            <th scope="col">{words.predicted}</th>
            <th scope="col">
              <span className="lesson-hidden">
                {words.same} / {words.different}
              </span>
            </th>
            <th scope="col">{words.happened}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, predicted, happened, same }, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows follow the questions
            <tr key={row} data-different={predicted !== undefined && !same ? true : undefined}>
              <th scope="row">{typeof label === 'number' ? words.nth(label) : <RichText text={label} />}</th>
              <td>{predicted === undefined ? <span className="lesson-dim">{words.noPrediction}</span> : <RichText text={predicted} />}</td>
              <td className="lesson-relation">{predicted === undefined ? '' : same ? words.same : <b>{words.different}</b>}</td>
              <td>
                <RichText text={happened} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked.length > 0 && <p className="lesson-dim">{asked.every(({ same }) => same) ? words.allSame : words.someDifferent}</p>}
    </section>
  )
}

interface Row {
  /** A question, or a place in an order. */
  readonly label: LessonText | number
  readonly predicted: LessonText | undefined
  readonly happened: LessonText
  readonly same: boolean
}

function rowsOf(question: Question, prediction: ReadValue, recording: Recording): readonly Row[] {
  const found = readRecording(recording, question.of)
  if (question.kind === 'order' && Array.isArray(found)) {
    const predicted = Array.isArray(prediction) ? prediction : []
    return found.map((card, place) => {
      const mine = predicted[place]
      return {
        label: place + 1,
        predicted: mine === undefined ? undefined : both(`\`${mine}\``),
        happened: both(`\`${card}\``),
        same: mine === card,
      }
    })
  }
  const inWords = (value: ReadValue): LessonText => {
    if (question.kind === 'choice')
      return question.options.find((option) => isSame(option.value, value))?.label ?? both(String(value ?? '–'))
    if (question.kind === 'number') return { zh: `${value} ${question.unit.zh}`, en: `${value} ${question.unit.en}` }
    return both(String(value))
  }
  return [
    {
      label: question.ask,
      predicted: prediction === undefined ? undefined : inWords(prediction),
      happened: inWords(found),
      same: wasPredicted(recording, question, prediction),
    },
  ]
}

const both = (text: string): LessonText => ({ zh: text, en: text })
