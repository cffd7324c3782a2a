import type { PanelSource } from '../../../contract/panel-source.ts'
import { marksOf, phasesOf } from '../../../recorder/tasks/phases.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { formatDuration } from '../../parts/format.ts'
import { Section } from '../../parts/section.tsx'
import { detailWords } from '../../words/detail-words.ts'
import { useWords } from '../../words/words.ts'
import { lazySection } from '../task/lazy-section.tsx'
import { elapsedOf, isPending } from '../task/outcome.ts'
import { PhaseBars } from './phase-bars.tsx'
import { spanOf } from './task-span.ts'
import { useNow } from './use-now.ts'

// What each field means is much to read and the bars stand above it.
const LateTaskProfile = lazySection(async () => (await import('./task-profile.tsx')).TaskProfile)

/** Where the time went: bars, then what the program can read of it in its profile. */
export function TimingTab({ source, snapshot }: { readonly source: PanelSource; readonly snapshot: TaskSnapshot }) {
  return (
    <>
      <PhaseSection source={source} snapshot={snapshot} />
      <LateTaskProfile snapshot={snapshot} startedAt={source.startedAt} />
    </>
  )
}

function PhaseSection({ source, snapshot }: { readonly source: PanelSource; readonly snapshot: TaskSnapshot }) {
  const words = useWords(detailWords).timing
  const now = useNow(source, isPending(snapshot))
  const phases = phasesOf(snapshot, now)
  return (
    <Section title={words.phases} note={`${words.total} ${formatDuration(elapsedOf(snapshot, now))}`} actions={<Legend />}>
      {phases.length === 0 ? (
        <p className="part-note">{snapshot.error?.kind === 'refused-domain' ? words.refused : words.none}</p>
      ) : (
        <PhaseBars phases={phases} holds={snapshot.holds} marks={marksOf(snapshot)} span={spanOf(snapshot, now)} />
      )}
    </Section>
  )
}

function Legend() {
  const words = useWords(detailWords).timing
  return (
    <span className="detail-legend">
      <span>
        <span className="detail-swatch" data-phase="download" data-origin="measured" aria-hidden="true" /> {words.measured}
      </span>
      <span>
        <span className="detail-swatch" data-phase="download" data-origin="simulated" aria-hidden="true" /> {words.simulated}
      </span>
    </span>
  )
}
