import { useWords } from '../../../entry/words.ts'
import { builderWords } from '../../words/builder-words.ts'
import type { Check, Lesson, Question } from '../schema/lesson-schema.ts'

interface FactsTableProps {
  readonly lesson: Lesson
  readonly facts: readonly Check[]
  onChange(lesson: Lesson): void
}

/** What the run shows: each to be claimed, one to be asked for. */
export function FactsTable({ lesson, facts, onChange }: FactsTableProps) {
  const words = useWords(builderWords)
  return (
    <>
      <h2>{words.facts}</h2>
      <p className="lesson-dim">{words.factsHint}</p>
      <table className="builder-facts">
        <thead>
          <tr>
            <th scope="col">{words.facts}</th>
            <th scope="col">{words.claim}</th>
            <th scope="col">{words.question}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => {
            const name = nameOf(fact)
            const isClaimed = lesson.claims.some((claim) => same(claim, fact))
            const isAsked = JSON.stringify(lesson.questions[0]?.of) === JSON.stringify(fact.of)
            return (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                </th>
                <td>
                  <input
                    type="checkbox"
                    aria-label={`${words.claim}: ${name}`}
                    checked={isClaimed}
                    disabled={isClaimed && lesson.claims.length === 1}
                    onChange={() =>
                      onChange({
                        ...lesson,
                        claims: isClaimed ? lesson.claims.filter((claim) => !same(claim, fact)) : [...lesson.claims, fact],
                      })
                    }
                  />
                </td>
                <td>
                  <input
                    type="radio"
                    name="asked"
                    aria-label={`${words.question}: ${name}`}
                    checked={isAsked}
                    onChange={() => onChange({ ...lesson, questions: [questionAbout(fact), ...lesson.questions.slice(1)] })}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

const same = (one: Check, other: Check) => JSON.stringify(one) === JSON.stringify(other)

/** `#1 success.statusCode = 200`. */
function nameOf({ of, value }: Check): string {
  const call = 'call' in of && of.call !== undefined ? `#${of.call} ` : ''
  const what = {
    heard: () => (of.read === 'heard' && of.nth !== undefined ? `callback ${of.nth}` : 'callbacks'),
    argument: () => (of.read === 'argument' ? `${of.of}.${of.path}` : ''),
    event: () => (of.read === 'event' ? `${of.type}.${of.path}` : ''),
    at: () => (of.read === 'at' ? `${of.type} ms` : ''),
    count: () => (of.read === 'count' ? `${of.type} ×` : ''),
    console: () => 'console',
  }[of.read]()
  return `${call}${what} = ${Array.isArray(value) ? value.join(', ') : String(value)}`
}

/** A question whose answer is a fact. Other answers are for the author to write; two are there to begin with. */
function questionAbout({ of, value }: Check): Question {
  const ask = { zh: '会是什么？', en: 'What will it be?' }
  if (Array.isArray(value) && value.length > 1)
    return { kind: 'order', ask: { zh: '按什么次序？', en: 'In which order?' }, cards: value.toReversed(), of, answer: value }
  if (typeof value === 'number')
    return {
      kind: 'number',
      ask,
      unit: of.read === 'at' ? { zh: '毫秒', en: 'ms' } : { zh: '（数字）', en: '(a number)' },
      of,
      answer: value,
    }
  const others = ['success', 'fail', 'complete'].filter((name) => name !== value)
  const label = (text: string) => ({ zh: `\`${text}\``, en: `\`${text}\`` })
  return {
    kind: 'choice',
    ask,
    options: [{ value, label: label(String(value)) }, ...others.map((name) => ({ value: name, label: label(name) }))].slice(0, 4),
    of,
    answer: value,
  }
}
