import { Check, Copy, TriangleAlert } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { partWords } from '../words/part-words.ts'
import { useWords } from '../words/words.ts'
import { writeClipboard } from './write-clipboard.ts'

/** How long the button says what came of it, ms. */
const SHOWN_FOR = 1600

interface CopyButtonProps {
  /** The text, or how to make it when it is costly. */
  readonly text: string | (() => string)
  /** Default: "Copy". */
  readonly label?: string
  /** With the label beside the icon instead of on hover. */
  readonly wide?: boolean
}

/** Copies a text, and says whether it worked, to eyes and to screen readers. */
export function CopyButton({ text, label, wide = false }: CopyButtonProps) {
  const words = useWords(partWords)
  const button = useRef<HTMLButtonElement>(null)
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()

  useEffect(() => {
    if (outcome === undefined) return
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_FOR)
    return () => clearTimeout(timer)
  }, [outcome])

  const copy = async () => {
    if (!button.current) return
    const worked = await writeClipboard(typeof text === 'string' ? text : text(), button.current)
    setOutcome(worked ? 'copied' : 'failed')
  }

  const said = outcome === undefined ? '' : outcome === 'copied' ? words.copied : words.copyFailed
  const name = label ?? words.copy
  const Icon = outcome === undefined ? Copy : outcome === 'copied' ? Check : TriangleAlert
  return (
    <>
      <button
        ref={button}
        type="button"
        className={wide ? 'part-button' : 'part-icon-button'}
        data-kind="quiet"
        aria-label={name}
        title={said || name}
        onClick={copy}
      >
        <Icon size={14} aria-hidden="true" />
        {wide && <span>{name}</span>}
      </button>
      <span className="part-unseen" role="status">
        {said}
      </span>
    </>
  )
}
