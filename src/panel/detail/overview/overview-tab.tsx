import { TriangleAlert } from 'lucide-react'
import type { PanelSource } from '../../../contract/panel-source.ts'
import { marksOf, phasesOf } from '../../../recorder/tasks/phases.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { WhyNot } from '../../mocks/call/why-not.tsx'
import { Facts } from '../../parts/facts.tsx'
import { Section } from '../../parts/section.tsx'
import { addStyles } from '../../styles/style-sheets.ts'
import { detailWords } from '../../words/detail-words.ts'
import { type TabId, tabWords } from '../../words/tab-words.ts'
import { useWords } from '../../words/words.ts'
import { LateRulesSection } from '../rules/lazy-rules.tsx'
import { RuleText } from '../rules/rule-link.tsx'
import { isPending } from '../task/outcome.ts'
import { AllMarks, HoldBars, PhaseBar, TimeAxis } from '../timing/phase-bars.tsx'
import { spanOf } from '../timing/task-span.ts'
import { useNow } from '../timing/use-now.ts'
import { Initiator } from './initiator.tsx'
import styles from './overview.css?inline'
import { StepLine } from './step-line.tsx'
import { useFacts } from './task-facts.tsx'

addStyles(styles)

interface OverviewTabProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  readonly onOpenTab: (tab: TabId) => void
  readonly onOpenEvent: (seq: number) => void
}

/** The call at a glance. */
export function OverviewTab({ source, snapshot, onOpenTab, onOpenEvent }: OverviewTabProps) {
  const words = useWords(detailWords)
  const labels = useWords(tabWords)
  const now = useNow(source, isPending(snapshot))
  const phases = phasesOf(snapshot, now)
  const span = spanOf(snapshot, now)
  const facts = useFacts(snapshot, source.startedAt, now)
  return (
    <>
      <Section title={words.overview.steps}>
        <StepLine snapshot={snapshot} />
        {phases.length > 0 && (
          <>
            <div className="detail-strip-axis" aria-hidden="true">
              <TimeAxis span={span} />
            </div>
            <button
              type="button"
              className="detail-strip-bar"
              onClick={() => onOpenTab('timing')}
              aria-label={labels.timing}
              title={labels.timing}
            >
              {phases.map((phase) => (
                <PhaseBar key={phase.kind} phase={phase} span={span} />
              ))}
              <HoldBars holds={snapshot.holds} span={span} within={span} />
              <AllMarks marks={marksOf(snapshot)} span={span} />
            </button>
          </>
        )}
      </Section>
      {snapshot.warnings.length > 0 && (
        <Section title={words.overview.warnings}>
          <ul className="detail-warnings">
            {snapshot.warnings.map((warning) => (
              <li key={warning}>
                <TriangleAlert size={14} aria-hidden="true" />
                <span>
                  <RuleText text={words.warning[warning]} />
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={words.overview.facts}>
        <Facts items={facts} />
      </Section>
      <Initiator snapshot={snapshot} />
      <WhyNot snapshot={snapshot} />
      <LateRulesSection source={source} snapshot={snapshot} onOpenEvent={onOpenEvent} />
    </>
  )
}
