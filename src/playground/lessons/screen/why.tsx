import { ExternalLink } from 'lucide-react'
import { useWords } from '../../../entry/words.ts'
import { lessonWords } from '../../words/lesson-words.ts'
import type { Lesson } from '../schema/lesson-schema.ts'
import { RichText } from './rich-text.tsx'

/** The rule behind what was seen, where it stands, and how sure it is. */
export function Why({ lesson }: { readonly lesson: Lesson }) {
  const words = useWords(lessonWords)
  return (
    <section className="lesson-why">
      <h2>
        <RichText text={lesson.lesson} />
      </h2>
      <p>
        <RichText text={lesson.why.text} />
      </p>
      <dl>
        <dt>{words.rules}</dt>
        <dd>
          {lesson.why.rules.map(({ id, sure }) => (
            <span key={id} className="lesson-rule">
              <code>{id}</code> {words.certainty[sure]}
            </span>
          ))}
          <span className="lesson-dim">{words.numberedIn}</span>
        </dd>
        <dt>{words.source}</dt>
        <dd>
          <a href={lesson.why.source} target="_blank" rel="noreferrer">
            {lesson.why.source.replace(/^https:\/\//, '')}
            <ExternalLink size={13} aria-hidden="true" />
          </a>
        </dd>
      </dl>
    </section>
  )
}
