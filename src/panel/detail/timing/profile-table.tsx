import type { RequestProfile } from '../../../contract/wx/wx.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { PROFILE_FIELDS, type ProfileField } from '../../../wechat/profile-of.ts'
import { formatDuration, formatExactMoment } from '../../parts/format.ts'
import { Duration } from '../../parts/measures.tsx'
import { WideContent } from '../../parts/wide-content.tsx'
import { addStyles } from '../../styles/style-sheets.ts'
import { originWords } from '../../words/origin-words.ts'
import { profileWords } from '../../words/profile-words.ts'
import { useWords } from '../../words/words.ts'
import { RuleText } from '../rules/rule-link.tsx'
import { originOf } from './profile-origin.ts'
import { spansOf } from './profile-spans.ts'
import styles from './timing.css?inline'

addStyles(styles)

interface ProfileTableProps {
  readonly snapshot: TaskSnapshot
  /** Absent where the program got none: then the table only explains. */
  readonly profile: RequestProfile | undefined
  /** Wall time at 0 on the session clock, epoch ms. */
  readonly startedAt: number
}

/** Every field of `res.profile`: its value, when that was, where it comes from, and what it means. */
export function ProfileTable({ snapshot, profile, startedAt }: ProfileTableProps) {
  const words = useWords(profileWords)
  const origins = useWords(originWords)
  const zero = profile?.invokeStart ?? Math.round(startedAt + snapshot.marks.created)
  return (
    <WideContent label={words.fields}>
      <table className="detail-table detail-profile" aria-label={words.fields}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col" className="detail-end">
              {words.value}
            </th>
            <th scope="col" className="detail-end">
              {words.offset}
            </th>
            <th scope="col">{origins.origins}</th>
            <th scope="col">{words.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {PROFILE_FIELDS.map((field) => {
            const value = profile?.[field.name]
            const origin = value === undefined ? undefined : originOf(field.name, value, snapshot)
            const isStamp = field.unit === 'epoch-ms' && typeof value === 'number' && value > 0
            return (
              <tr key={field.name} data-absent={value === undefined}>
                <th scope="row" className="detail-mono">
                  {field.name}
                </th>
                <td className="detail-mono detail-end" title={isStamp ? formatExactMoment(value) : undefined}>
                  {value === undefined ? words.absent : textOf(value, field, words.unit)}
                </td>
                <td className="detail-mono detail-end">{isStamp ? `+${formatDuration(value - zero)}` : ''}</td>
                <td>
                  {origin && (
                    <span className="detail-origin" data-origin={origin} title={origins.originMeans[origin]}>
                      {origins.origin[origin]}
                    </span>
                  )}
                </td>
                <td className="detail-meaning">
                  <RuleText text={words.means[field.name]} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </WideContent>
  )
}

/** Lengths with the formula that makes each of two fields. */
export function SpanTable({ profile }: { readonly profile: RequestProfile }) {
  const words = useWords(profileWords)
  return (
    <table className="detail-table detail-spans" aria-label={words.spans}>
      <thead>
        <tr>
          <th scope="col">{words.span}</th>
          <th scope="col" className="detail-end">
            {words.length}
          </th>
          <th scope="col">{words.formula}</th>
        </tr>
      </thead>
      <tbody>
        {spansOf(profile).map(({ name, from, to, length }) => (
          <tr key={name} data-absent={length === undefined}>
            <th scope="row">{words.formulaMeans[name]}</th>
            <td className="detail-mono detail-end">{length === undefined ? '–' : <Duration ms={length} />}</td>
            <td className="detail-mono">
              {to} − {from}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function textOf(
  value: string | number | boolean,
  { unit }: ProfileField,
  units: Readonly<Record<'ms' | 'kbps' | 'bytes', string>>,
): string {
  if (value === '') return "''"
  return unit === 'ms' || unit === 'kbps' || unit === 'bytes' ? `${value}\u202f${units[unit]}` : String(value)
}
