import type { SocketProfile } from '../../../contract/wx/wx-socket.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { socketProfileOf } from '../../../wechat/socket-profile.ts'
import { formatExactMoment } from '../../parts/format.ts'
import { Duration } from '../../parts/measures.tsx'
import { KeyValueTable } from '../../parts/pairs/key-value-table.tsx'
import { Section } from '../../parts/section.tsx'
import { profileWords } from '../../words/profile-words.ts'
import { useWords } from '../../words/words.ts'
import { isPending } from '../task/outcome.ts'

const DURATIONS: readonly (keyof SocketProfile)[] = ['rtt', 'handshakeCost', 'cost']

/** The profile that onOpen got (PROF-5), worked out anew from the same marks; or why it got none. */
export function SocketProfileSection({ snapshot, startedAt }: { readonly snapshot: TaskSnapshot; readonly startedAt: number }) {
  const words = useWords(profileWords).socket
  const { environment, marks, timing } = snapshot
  const { headersReceived: opened, started = marks.created } = marks
  const profile = opened === undefined ? undefined : socketProfileOf({ environment, started, opened, timing }, startedAt)
  const why = opened !== undefined ? 'platform' : isPending(snapshot) ? 'notYet' : 'never'
  return (
    <Section title={words.title}>
      {profile ? (
        <KeyValueTable
          label={words.title}
          rows={(Object.keys(profile) as (keyof SocketProfile)[]).map((name) => ({
            name,
            value: DURATIONS.includes(name) ? (
              <Duration ms={profile[name]} />
            ) : (
              <code>{`${profile[name]} (${formatExactMoment(profile[name])})`}</code>
            ),
            note: words.means[name],
          }))}
        />
      ) : (
        <p className="part-note">{words.none[why]}</p>
      )}
    </Section>
  )
}
