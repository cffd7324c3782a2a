import { ChevronDown } from 'lucide-react'
import { useContext, useState } from 'react'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { Menu } from '../../parts/menu/menu.tsx'
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
  const [at, setAt] = useState<HTMLElement>()
  if (groups.length === 0) return null
  return (
    <>
      <button
        type="button"
        className="part-button"
        aria-haspopup="menu"
        aria-expanded={at !== undefined}
        title={words.mockThis}
        onClick={(event) => setAt(at ? undefined : event.currentTarget)}
      >
        {words.mock}
        <ChevronDown size={12} aria-hidden="true" />
      </button>
      {at && <Menu label={words.mockThis} groups={groups} at={at} opener={at} onClose={() => setAt(undefined)} />}
    </>
  )
}
