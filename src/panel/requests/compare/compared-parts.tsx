import type { PartComparison } from '../../../exchange/compare/compare-calls.ts'
import { clipText, formatCount } from '../../parts/format.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { rowMenuWords } from '../../words/row-menu-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './compare.css?inline'

addStyles(styles)

/** Differences of one part that are listed; the rest is counted. */
const MOST_LISTED = 200

interface ComparedPartsProps {
  readonly parts: readonly PartComparison[]
  /** What stands above the values of either call. */
  readonly heads: readonly [one: string, other: string]
}

/** What differs between two calls, part by part. */
export function ComparedParts({ parts, heads }: ComparedPartsProps) {
  const { compare: words } = useWords(rowMenuWords)
  return (
    <>
      {!parts.some(isWorthTelling) && <p className="part-note">{words.onlySame}</p>}
      {parts.map((part) => (
        <ComparedPart key={part.part} comparison={part} heads={heads} />
      ))}
    </>
  )
}

function isWorthTelling({ differences, writtenOtherwise, notKept }: PartComparison): boolean {
  return differences.length > 0 || writtenOtherwise === true || notKept === true
}

interface ComparedPartProps {
  readonly comparison: PartComparison
  readonly heads: readonly [string, string]
}

function ComparedPart({ comparison, heads }: ComparedPartProps) {
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
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
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
  return value === undefined || value === '' ? (
    <td className="compare-none">{words.none}</td>
  ) : (
    <td>
      <code data-side={side}>{clipText(value)}</code>
    </td>
  )
}
