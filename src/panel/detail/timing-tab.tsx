import type { PanelSource } from '../../contract/panel-source.ts'
import { marksOf, phasesOf } from '../../recorder/phases.ts'
import type { TaskSnapshot } from '../../recorder/task-snapshot.ts'
import { formatDuration } from '../parts/format.ts'
import { Section } from '../parts/section.tsx'
import { detailWords } from '../words/detail-words.ts'
import { profileWords } from '../words/profile-words.ts'
import { useWords } from '../words/words.ts'
import { elapsedOf, isPending } from './outcome.ts'
import { PhaseBars } from './phase-bars.tsx'
import { profileOfTask } from './profile-of-task.ts'
import { ProfileTable, SpanTable } from './profile-table.tsx'
import { SocketProfileSection } from './socket-profile-section.tsx'
import type { TimeSpan } from './time-axis.ts'
import { useNow } from './use-now.ts'

/** Where the time went: bars, then what the program can read of it in `res.profile`. */
export function TimingTab({ source, snapshot }: { readonly source: PanelSource; readonly snapshot: TaskSnapshot }) {
  if (snapshot.socket) {
    return (
      <>
        <PhaseSection source={source} snapshot={snapshot} />
        <SocketProfileSection snapshot={snapshot} startedAt={source.startedAt} />
      </>
    )
  }
  return <CallTiming source={source} snapshot={snapshot} />
}

function CallTiming({ source, snapshot }: { readonly source: PanelSource; readonly snapshot: TaskSnapshot }) {
  const words = useWords(profileWords)
  const profile = profileOfTask(snapshot, source.startedAt)
  const got = typeof profile === 'string' ? undefined : profile
  return (
    <>
      <PhaseSection source={source} snapshot={snapshot} />
      {got && (
        <Section title={words.spans} note={words.spansNote}>
          <SpanTable profile={got} />
        </Section>
      )}
      <Section title={words.fields}>
        {typeof profile === 'string' && <p className="part-note">{words.none[profile]}</p>}
        {/* A call without a profile still can teach what one holds, but not while it runs or when it failed. */}
        {profile !== 'running' && profile !== 'failed' && profile !== 'page' && (
          <ProfileTable snapshot={snapshot} profile={got} startedAt={source.startedAt} />
        )}
      </Section>
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
        <PhaseBars phases={phases} marks={marksOf(snapshot)} span={spanOf(snapshot, now)} />
      )}
    </Section>
  )
}

/** From the call to its end, callbacks included, or to now. */
export function spanOf(snapshot: TaskSnapshot, now: number): TimeSpan {
  const { marks, callbacks } = snapshot
  const last = callbacks.at(-1)
  const end = marks.ended === undefined ? Math.max(now, marks.created) : Math.max(marks.ended, last ? last.at + last.took : 0)
  return { start: marks.created, end }
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
