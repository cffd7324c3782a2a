import { Copy } from 'lucide-react'
import { useContext, useRef } from 'react'
import type { TaskSnapshot } from '../../recorder/tasks/task-snapshot.ts'
import { ActMenuButton } from '../parts/menu/act-menu-button.tsx'
import { InspectorContext } from '../store/inspector-context.ts'
import { detailWords } from '../words/detail-words.ts'
import { exchangeWords } from '../words/exchange-words.ts'
import { useWords } from '../words/words.ts'
import { useCopy, useCopyGroups } from './use-copy-groups.ts'

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
  return <ActMenuButton text={words.copy} label={words.copyHint} groups={groups} buttonRef={button} />
}

/** Copies the address as the menu does, with one click. */
export function CopyUrlButton(props: CopyMenuButtonProps) {
  return useContext(InspectorContext) ? <UrlInPanel {...props} /> : null
}

function UrlInPanel({ snapshot }: CopyMenuButtonProps) {
  const { copyUrl } = useWords(detailWords)
  const button = useRef<HTMLButtonElement>(null)
  const copy = useCopy([snapshot], () => button.current)
  return (
    <button ref={button} type="button" className="part-icon-button" aria-label={copyUrl} title={copyUrl} onClick={() => void copy('url')}>
      <Copy size={14} aria-hidden="true" />
    </button>
  )
}
