import { useEffect, useState } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import styles from './preview.css?inline'
import { makePreviewDocument, type PreviewDocument } from './preview-document.ts'
import { SandboxFrame } from './sandbox-frame.tsx'
import { trustHtml } from './trust-html.ts'

addStyles(styles)

/** Foreign HTML as it would look, in a frame that can do nothing. */
export function HtmlPreview({ html }: { readonly html: string }) {
  const words = useWords(partWords)
  const [made, setMade] = useState<PreviewDocument | 'blocked'>()

  useEffect(() => {
    let over = false
    setMade(undefined)
    const rest = () =>
      new Promise<void>((resolve, reject) => setTimeout(() => (over ? reject(new Error('no longer looked at')) : resolve()), 0))
    makePreviewDocument(html, trustHtml, rest).then(
      (document) => !over && setMade(document),
      // Only trusted types refuse.
      () => !over && setMade('blocked'),
    )
    return () => {
      over = true
    }
  }, [html])

  if (made === 'blocked') return <p className="part-note">{words.htmlBlocked}</p>
  return (
    <div className="part-html">
      <p className="part-note">
        {words.htmlNote}
        {made?.cut && ` ${words.htmlCut}`}
      </p>
      {made ? <SandboxFrame title={words.htmlPreview} html={made.html} /> : <p className="part-note">{words.awaited}</p>}
    </div>
  )
}
