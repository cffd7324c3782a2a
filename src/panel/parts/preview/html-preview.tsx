import { useLayoutEffect, useRef, useState } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './preview.css?inline'
import { makePreviewDocument } from './preview-document.ts'
import { trustHtml } from './trust-html.ts'

addStyles(styles)

/** Foreign HTML as it would look, in a frame that can do nothing. */
export function HtmlPreview({ html }: { readonly html: string }) {
  const words = useWords(partWords)
  const frame = useRef<HTMLIFrameElement>(null)
  const [blocked, setBlocked] = useState(false)

  // Set by hand and not as a prop: React would turn a trusted value back into a plain string, which such a page refuses.
  useLayoutEffect(() => {
    try {
      frame.current?.setAttribute('srcdoc', trustHtml(makePreviewDocument(html, trustHtml)))
    } catch {
      setBlocked(true)
    }
  }, [html])

  if (blocked) return <p className="part-note">{words.htmlBlocked}</p>
  return (
    <div className="part-html">
      <p className="part-note">{words.htmlNote}</p>
      <iframe ref={frame} title={words.htmlPreview} sandbox="" referrerPolicy="no-referrer" />
    </div>
  )
}
