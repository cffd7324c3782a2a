import { Share2 } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useWords } from '../../../entry/words.ts'
import { codeWords } from '../../words/code-words.ts'
import { writeCodeHash } from '../share/share-code.ts'

/** A button, and a box with a link that carries the code. */
export function ShareBox({ code }: { readonly code: string }) {
  const words = useWords(codeWords)
  const id = useId()
  const [open, setOpen] = useState(false)
  const [link, setLink] = useState<string>()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!open) return
    let late = false
    void writeCodeHash(code).then((hash) => {
      if (late) return
      const url = new URL(location.href)
      url.search = '?screen=playground'
      setLink(hash === undefined ? '' : `${url.origin}${url.pathname}${url.search}${hash}`)
      setCopied(false)
    })
    return () => {
      late = true
    }
  }, [code, open])

  return (
    <>
      <button type="button" className="code-button" popoverTarget={id}>
        <Share2 size={14} aria-hidden="true" />
        <span>{words.share}</span>
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={words.shareTitle}
        className="share-box"
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        <h2>{words.shareTitle}</h2>
        {link === '' ? (
          <p>{words.tooLong}</p>
        ) : (
          <>
            <p>{words.shareNote}</p>
            <div className="share-row">
              <input
                type="text"
                readOnly
                aria-label={words.shareLink}
                value={link ?? ''}
                onFocus={({ currentTarget }) => currentTarget.select()}
              />
              <button
                type="button"
                className="code-button is-main"
                disabled={!link}
                onClick={() =>
                  void navigator.clipboard?.writeText(link ?? '').then(
                    () => setCopied(true),
                    // The link stands there to be copied by hand.
                    () => setCopied(false),
                  )
                }
              >
                {words.copy}
              </button>
            </div>
            <p className="share-size" role="status">
              {link && (copied ? words.copied : words.shareSize(sizeOf(link)))}
            </p>
          </>
        )}
      </div>
    </>
  )
}

function sizeOf(link: string): string {
  return link.length < 1000 ? `${link.length} B` : `${(link.length / 1000).toFixed(1)} kB`
}
