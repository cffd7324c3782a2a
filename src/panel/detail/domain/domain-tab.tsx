import type { DomainCheck, DomainClause } from '../../../contract/event/domain-check.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { Badge } from '../../parts/badge.tsx'
import { Section } from '../../parts/section.tsx'
import type { Tone } from '../../parts/tone.ts'
import { WideContent } from '../../parts/wide-content.tsx'
import { reportText } from '../../rows/refusal-text.ts'
import { addStyles } from '../../styles/style-sheets.ts'
import { domainCheckWords } from '../../words/domain-check-words.ts'
import { failureWords } from '../../words/failure-words.ts'
import { useWords } from '../../words/words.ts'
import { isPending } from '../task/outcome.ts'
import styles from './domain.css?inline'
import { DomainFixButton } from './domain-fix-button.tsx'

addStyles(styles)

interface DomainTabProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  readonly onOpenDomains: () => void
}

/** Why a call was allowed or refused, clause by clause, and what would change it. */
export function DomainTab({ source, snapshot, onOpenDomains }: DomainTabProps) {
  const words = useWords(domainCheckWords)
  const failures = useWords(failureWords)
  const { check } = snapshot
  if (!check) {
    const relative = snapshot.warnings.includes('relative-url')
    const why =
      snapshot.api === 'page'
        ? words.noCheckPage
        : relative
          ? words.noCheckRelative
          : isPending(snapshot)
            ? words.noCheckYet
            : words.noCheckEarly
    return (
      <Section title={words.noCheck}>
        <p className="part-note">{why}</p>
      </Section>
    )
  }
  return (
    <>
      <Section
        title={check.reported ? reportText(check, failures) : verdictOf(check, words)}
        actions={
          <button type="button" className="part-link" onClick={onOpenDomains}>
            {failures.openDomains}
          </button>
        }
      >
        <p className="part-note">
          <code>{check.origin}</code> · {words.listMeans[check.list]}
        </p>
        <Fix source={source} check={check} />
      </Section>
      {check.clauses.length > 0 && (
        <>
          <ClauseTable check={check} />
          <p className="part-note">{words.order}</p>
        </>
      )}
      {snapshot.refusedTargets?.map((target) => (
        <Section key={target.origin} title={words.redirect}>
          <p className="part-note">{reportText(target, failures)}</p>
          <Fix source={source} check={target} />
        </Section>
      ))}
    </>
  )
}

function Fix({ source, check }: { readonly source: PanelSource; readonly check: DomainCheck }) {
  if (!check.fix) return null
  return (
    <p className="detail-fix">
      <DomainFixButton source={source} fix={check.fix} />
    </p>
  )
}

function ClauseTable({ check }: { readonly check: DomainCheck }) {
  const words = useWords(domainCheckWords)
  return (
    <WideContent label={verdictOf(check, words)}>
      <table className="detail-table detail-clauses" aria-label={verdictOf(check, words)}>
        <thead>
          <tr>
            <th scope="col">{words.column.clause}</th>
            <th scope="col">{words.column.verdict}</th>
            <th scope="col">{words.column.saw}</th>
            <th scope="col">{words.column.rule}</th>
          </tr>
        </thead>
        <tbody>
          {check.clauses.map((clause) => (
            <tr key={clause.id} data-verdict={clause.verdict}>
              <th scope="row">{words.clause[clause.id].name}</th>
              <td>
                {clause.id === 'local-network' && clause.verdict === 'passes' ? (
                  <Badge tone="pending">{words.notLocal}</Badge>
                ) : (
                  <Badge tone={TONES[clause.verdict]}>{words.verdict[clause.verdict]}</Badge>
                )}
              </td>
              <td className="detail-mono">{sawOf(clause, words)}</td>
              <td className="detail-meaning">
                {words.clause[clause.id].rule} <code className="detail-rule">{words.clause[clause.id].id}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideContent>
  )
}

const TONES: Readonly<Record<DomainClause['verdict'], Tone>> = {
  passes: 'ok',
  fails: 'failed',
  exempts: 'redirect',
  'not-reached': 'pending',
}

type Words = (typeof domainCheckWords)['zh']

function sawOf({ id, verdict, saw }: DomainClause, words: Words): string {
  if (verdict === 'not-reached') return '–'
  if (verdict === 'fails' && id === 'host') return saw === '' ? words.saw.nothing : words.saw.nearest(saw)
  if (verdict === 'fails' && id === 'port') return words.saw.otherPort(saw)
  return saw
}

function verdictOf(check: DomainCheck, words: Words): string {
  if (check.reported) return words.checkVerdict.reported
  if (check.verdict !== 'allowed') return words.checkVerdict[check.verdict]
  return check.clauses.some((clause) => clause.verdict === 'exempts') ? words.checkVerdict.exempt : words.checkVerdict.allowed(check.list)
}
