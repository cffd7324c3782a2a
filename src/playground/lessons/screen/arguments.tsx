import type { Json } from '../../../contract/event/json.ts'
import { useWords } from '../../../entry/words.ts'
import { lessonWords } from '../../words/lesson-words.ts'
import type { Recording } from '../run/recording.ts'
import { formatMs } from './format-ms.ts'

/** Side by side, as many as fit. */
const MOST = 3

/** What the last callbacks got, side by side. */
export function Arguments({ recording, index }: { readonly recording: Recording; readonly index: number }) {
  const words = useWords(lessonWords)
  const heard = recording.moments
    .slice(0, index)
    .flatMap((moment) => (moment.kind === 'heard' ? [moment] : []))
    .slice(-MOST)
  return (
    <section className="lesson-got" aria-label={words.got}>
      <h3 className="lesson-section">{words.got}</h3>
      {heard.length === 0 && <p className="lesson-dim">{words.gotNothing}</p>}
      <div className="lesson-objects">
        {heard.map(({ name, call, at, argument }, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the places are what is shown
          <article key={nth}>
            <h4>
              <code>{recording.tasks.length > 1 ? `${call} ${name}` : name}</code>
              <span className="lesson-at">{formatMs(at)}</span>
            </h4>
            <pre>{argument === 'undefined' ? 'undefined' : linesOf(argument, words.fields)}</pre>
          </article>
        ))}
      </div>
    </section>
  )
}

/** One field a line, as code writes it; what lies deeper is folded to its size. */
function linesOf(argument: Json, size: (fields: number) => string): string {
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) return JSON.stringify(argument)
  const lines = Object.entries(argument).map(([key, value]) => `  ${key}: ${short(key, value, size)},`)
  return `{\n${lines.join('\n')}\n}`
}

function short(key: string, value: Json, size: (fields: number) => string): string {
  if (typeof value === 'string') return value.startsWith('ArrayBuffer(') ? value : `'${value}'`
  const text = JSON.stringify(value)
  if (key === 'profile' && typeof value === 'object' && value !== null) return `{…} ${size(Object.keys(value).length)}`
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
