import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useContext, useLayoutEffect, useRef } from 'react'
import { LanguageContext, useWords } from '../../../entry/words.ts'
import { lessonWords } from '../../words/lesson-words.ts'
import { isSame } from '../run/read-recording.ts'
import type { Question, ReadValue } from '../schema/lesson-schema.ts'
import { plainText, RichText } from './rich-text.tsx'

export interface QuestionsProps {
  readonly questions: readonly Question[]
  readonly predictions: readonly ReadValue[]
  onPredict(question: number, prediction: ReadValue): void
}

/** What to predict before the run. */
export function Questions({ questions, predictions, onPredict }: QuestionsProps) {
  return questions.map((question, nth) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the questions of a lesson do not move
    <QuestionField key={nth} nth={nth} question={question} prediction={predictions[nth]} onPredict={(value) => onPredict(nth, value)} />
  ))
}

interface QuestionFieldProps {
  readonly nth: number
  readonly question: Question
  readonly prediction: ReadValue
  onPredict(prediction: ReadValue): void
}

function QuestionField({ nth, question, prediction, onPredict }: QuestionFieldProps) {
  const language = useContext(LanguageContext)
  return (
    <fieldset className="lesson-question">
      <legend>
        <span className="lesson-dim">{nth + 1}</span> <RichText text={question.ask} />
      </legend>
      {question.kind === 'choice' && (
        <div className="question-options">
          {question.options.map(({ value, label }) => (
            <label key={String(value)} className="question-option">
              <input
                type="radio"
                name={`question-${nth}`}
                aria-label={plainText(label, language)}
                checked={prediction !== undefined && isSame(prediction, value)}
                onChange={() => onPredict(value)}
              />
              <span>
                <RichText text={label} />
              </span>
            </label>
          ))}
        </div>
      )}
      {question.kind === 'order' && (
        <Cards cards={(prediction as string[] | undefined) ?? question.cards} onMove={(cards) => onPredict(cards)} />
      )}
      {question.kind === 'number' && (
        <label className="question-number">
          <input
            type="number"
            inputMode="numeric"
            min={0}
            aria-label={plainText(question.ask, language)}
            value={typeof prediction === 'number' ? prediction : ''}
            onChange={({ currentTarget: { value } }) => onPredict(value === '' ? undefined : Number(value))}
          />
          <RichText text={question.unit} />
        </label>
      )}
    </fieldset>
  )
}

/** Cards in a row, moved by their arrows or by dragging. */
function Cards({ cards, onMove }: { readonly cards: readonly string[]; onMove(cards: string[]): void }) {
  const words = useWords(lessonWords)
  const list = useRef<HTMLOListElement>(null)
  const moved = useRef<{ readonly place: number; readonly later: boolean }>(undefined)
  // A card that moves takes the focus along: to the same arrow, or at an end of the row to the other one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each move
  useLayoutEffect(() => {
    if (!moved.current) return
    const { place, later } = moved.current
    moved.current = undefined
    const arrows = [...(list.current?.children[place]?.querySelectorAll('button') ?? [])]
    ;(later ? arrows.toReversed() : arrows).find(({ disabled }) => !disabled)?.focus()
  }, [cards])
  const move = (from: number, to: number) => {
    if (to < 0 || to >= cards.length || from === to) return
    moved.current = { place: to, later: to > from }
    const next = [...cards]
    next.splice(to, 0, ...next.splice(from, 1))
    onMove(next)
  }
  return (
    <ol ref={list} className="question-cards">
      {cards.map((card, place) => (
        <li
          key={card}
          draggable
          onDragStart={(event) => event.dataTransfer.setData('text/x-card', String(place))}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            const from = event.dataTransfer.getData('text/x-card')
            if (from !== '') move(Number(from), place)
          }}
        >
          <span className="lesson-dim">{words.nth(place + 1)}</span>
          <code>{card}</code>
          <span className="question-moves">
            <button type="button" aria-label={words.earlier(card)} disabled={place === 0} onClick={() => move(place, place - 1)}>
              <ArrowLeft size={14} aria-hidden="true" />
            </button>
            <button
              type="button"
              aria-label={words.later(card)}
              disabled={place === cards.length - 1}
              onClick={() => move(place, place + 1)}
            >
              <ArrowRight size={14} aria-hidden="true" />
            </button>
          </span>
        </li>
      ))}
    </ol>
  )
}
