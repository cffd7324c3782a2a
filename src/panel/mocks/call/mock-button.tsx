import { useContext } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { ActMenuButton } from '../../parts/menu/act-menu-button.tsx'
import { InspectorContext } from '../../store/inspector-context.ts'
import { mockWords } from '../../words/mock-words.ts'
import { useWords } from '../../words/words.ts'
import { useBlockItems } from './use-block-items.ts'
import { useMockGroups } from './use-mock-groups.ts'

interface MockButtonProps {
  readonly snapshot: TaskSnapshot
}

/** The answers that a call can get from now on. Not there where the source takes no rules. */
export function MockButton(props: MockButtonProps) {
  return useContext(InspectorContext) ? <ButtonInPanel {...props} /> : null
}

function ButtonInPanel({ snapshot }: MockButtonProps) {
  const words = useWords(mockWords)
  const answers = useMockGroups([snapshot])
  const block = useBlockItems([snapshot])
  const groups = block.length > 0 ? [...answers, { id: 'block', items: block }] : answers
  if (groups.length === 0) return null
  return <ActMenuButton text={words.mock} label={words.mockThis} groups={groups} />
}
