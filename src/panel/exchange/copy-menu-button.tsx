import { ChevronDown } from 'lucide-react'
import { useContext, useRef, useState } from 'react'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { Menu } from '../parts/menu/menu.tsx'
import { InspectorContext } from '../store/inspector-context.ts'
import { exchangeWords } from '../words/exchange-words.ts'
import { useWords } from '../words/words.ts'
import { useCopyGroups } from './use-copy-groups.ts'

interface CopyMenuButtonProps {
  readonly snapshot: TaskSnapshot
}

/** The forms in which a call can be copied. */
export function CopyMenuButton(props: CopyMenuButtonProps) {
  return useContext(InspectorContext) ? <ButtonInPanel {...props} /> : null
}

function ButtonInPanel({ snapshot }: CopyMenuButtonProps) {
  const words = useWords(exchangeWords)
  const button = useRef<HTMLButtonElement>(null)
  const groups = useCopyGroups([snapshot], () => button.current)
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button
        ref={button}
        type="button"
        className="part-button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        title={words.copyHint}
        onClick={() => setOpen(!isOpen)}
      >
        {words.copy}
        <ChevronDown size={12} aria-hidden="true" />
      </button>
      {isOpen && button.current && (
        <Menu label={words.copyHint} groups={groups} at={button.current} opener={button.current} onClose={() => setOpen(false)} />
      )}
    </>
  )
}
