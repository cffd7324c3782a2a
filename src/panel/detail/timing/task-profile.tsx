import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { Section } from '../../parts/section.tsx'
import { profileWords } from '../../words/profile-words.ts'
import { useWords } from '../../words/words.ts'
import { RuleText } from '../rules/rule-link.tsx'
import { profileOfTask } from './profile-of-task.ts'
import { ProfileTable, SpanTable } from './profile-table.tsx'
import { SocketProfileSection } from './socket-profile-section.tsx'

interface TaskProfileProps {
  readonly snapshot: TaskSnapshot
  /** Wall time at 0 on the session clock, epoch ms. */
  readonly startedAt: number
}

/** The profile that the program got of a call or a socket, explained. */
export function TaskProfile({ snapshot, startedAt }: TaskProfileProps) {
  return snapshot.socket ? (
    <SocketProfileSection snapshot={snapshot} startedAt={startedAt} />
  ) : (
    <CallProfile snapshot={snapshot} startedAt={startedAt} />
  )
}

function CallProfile({ snapshot, startedAt }: TaskProfileProps) {
  const words = useWords(profileWords)
  const profile = profileOfTask(snapshot, startedAt)
  const got = typeof profile === 'string' ? undefined : profile
  return (
    <>
      {got && (
        <Section title={words.spans} note={words.spansNote}>
          <SpanTable profile={got} />
        </Section>
      )}
      <Section title={words.fields}>
        {typeof profile === 'string' && (
          <p className="part-note">
            <RuleText text={words.none[profile]} />
          </p>
        )}
        {/* A call without a profile still can teach what one holds, but not while it runs or when it failed. */}
        {profile !== 'running' && profile !== 'failed' && profile !== 'page' && (
          <ProfileTable snapshot={snapshot} profile={got} startedAt={startedAt} />
        )}
      </Section>
    </>
  )
}
