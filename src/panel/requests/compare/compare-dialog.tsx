import { useMemo, useRef } from 'react'
import { compareCalls, type PartComparison } from '../../../exchange/compare/compare-calls.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { clipText, formatCount } from '../../parts/format.ts'
import { useInspector } from '../../store/inspector-context.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { rowMenuWords } from '../../words/row-menu-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './compare.css?inline'

addStyles(styles)

/** Differences of one part that are listed; the rest is counted. */
const MOST_LISTED = 200

/** What differs between two calls, part by part. */
export function CompareDialog({ taskIds: [one, other] }: { readonly taskIds: readonly [string, string] }) {
  const { compare: words } = useWords(rowMenuWords)
  const { source, store } = useInspector()
  const dialog = useRef<HTMLDialogElement>(null)
  const parts = useMemo(() => compareCalls(source.events(one), source.events(other)) ?? [], [source, one, other])
  const { tasks } = store.getState()
  const numbers = [one, other].map((id) => formatCount(tasks.task(id)?.number ?? 0)) as [string, string]
  const title = words.title(...numbers)
  const differing = parts.filter(isWorthTelling)
  return (
    <Dialog dialog={dialog} className="compare" title={title} closeLabel={words.close} onClose={() => store.actions.compare(undefined)}>
      {differing.length === 0 && <p className="part-note">{words.onlySame}</p>}
      {parts.map((part) => (
        <ComparedPart key={part.part} comparison={part} numbers={numbers} />
      ))}
    </Dialog>
  )
}

function isWorthTelling({ differences, writtenOtherwise, notKept }: PartComparison): boolean {
  return differences.length > 0 || writtenOtherwise === true || notKept === true
}

interface ComparedPartProps {
  readonly comparison: PartComparison
  readonly numbers: readonly [string, string]
}

function ComparedPart({ comparison, numbers }: ComparedPartProps) {
  const { compare: words } = useWords(rowMenuWords)
  const { differences, notKept, part, writtenOtherwise } = comparison
  const rest = differences.length - MOST_LISTED
  return (
    <section className="compare-part" aria-label={words.parts[part]}>
      <h3>
        {words.parts[part]}{' '}
        <span className="compare-count" data-same={differences.length === 0 || undefined}>
          {differences.length === 0 ? words.same : words.different(formatCount(differences.length))}
        </span>
      </h3>
      {writtenOtherwise && <p className="compare-note">{words.writtenOtherwise}</p>}
      {notKept && <p className="compare-note">{words.notKept}</p>}
      {differences.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.place}</th>
              {numbers.map((number) => (
                <th key={number} scope="col">
                  #{number}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, MOST_LISTED).map(({ path, before, after }) => (
              <tr key={path}>
                <th scope="row">{path || '–'}</th>
                <ComparedValue value={before} side="before" />
                <ComparedValue value={after} side="after" />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && <p className="compare-note">{words.more(formatCount(rest))}</p>}
    </section>
  )
}

function ComparedValue({ value, side }: { readonly value: string | undefined; readonly side: 'before' | 'after' }) {
  const { compare: words } = useWords(rowMenuWords)
  return value === undefined ? (
    <td className="compare-none">{words.none}</td>
  ) : (
    <td>
      <code data-side={side}>{clipText(value)}</code>
    </td>
  )
}
