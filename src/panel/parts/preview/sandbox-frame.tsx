import { useLayoutEffect, useRef, useState } from 'react'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import { trustHtml } from './trust-html.ts'

/** A document that was made to be looked at, in a frame that can do nothing. */
export function SandboxFrame({ title, html }: { readonly title: string; readonly html: string }) {
  const words = useWords(partWords)
  const frame = useRef<HTMLIFrameElement>(null)
  const [blocked, setBlocked] = useState(false)

  // Set by hand and not as a prop: React would turn a trusted value back into a plain string, which such a page refuses.
  useLayoutEffect(() => {
    try {
      frame.current?.setAttribute('srcdoc', trustHtml(html))
    } catch {
      setBlocked(true)
    }
  }, [html])

  if (blocked) return <p className="part-note">{words.htmlBlocked}</p>
  return <iframe ref={frame} title={title} sandbox="" referrerPolicy="no-referrer" />
}
