import { PanelLeftClose, PanelLeftOpen, RotateCw } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useWords } from '../../entry/words.ts'
import { shellWords } from '../words/shell-words.ts'
import { PhoneFrame } from './phone-frame.tsx'
import { PreviewDivider } from './preview-divider.tsx'
import type { RememberedChoice } from './remembered-choice.ts'
import type { RememberedSize } from './remembered-size.ts'

export interface PreviewPaneProps {
  /** The page that is shown, as a mini-program names it: `pages/home/index`. */
  readonly path: string
  /** How a person left it. */
  readonly kept: { readonly width: RememberedSize; readonly folded: RememberedChoice<'yes' | 'no'> }
  onReload(): void
  readonly children: ReactNode
}

/** The phone with a line beneath it, as wide as a person wants it, or folded away. */
export function PreviewPane({ path, kept, onReload, children }: PreviewPaneProps) {
  const words = useWords(shellWords)
  const [width, setWidth] = useState(() => kept.width.read())
  const [folded, setFolded] = useState(() => kept.folded.read() === 'yes')
  const fold = useRef<HTMLButtonElement>(null)

  const chooseWidth = (next: number | undefined) => {
    kept.width.save(next)
    setWidth(next)
  }
  const chooseFolded = (next: boolean) => {
    kept.folded.save(next ? 'yes' : 'no')
    setFolded(next)
    // The button that was pressed becomes the other one.
    requestAnimationFrame(() => fold.current?.focus())
  }
  const FoldIcon = folded ? PanelLeftOpen : PanelLeftClose
  const foldButton = (
    <button
      ref={fold}
      type="button"
      className="icon-button preview-fold"
      aria-label={folded ? words.unfold : words.fold}
      title={folded ? words.unfold : words.fold}
      onClick={() => chooseFolded(!folded)}
    >
      <FoldIcon size={15} aria-hidden="true" />
    </button>
  )
  return (
    <>
      <div className="preview" data-folded={folded || undefined} style={width === undefined ? undefined : { inlineSize: `${width}px` }}>
        <PhoneFrame label={words.phone} width={width}>
          {children}
        </PhoneFrame>
        <footer className="preview-foot">
          <code className="preview-path">{path}</code>
          <button type="button" className="icon-button" aria-label={words.reload} title={words.reload} onClick={onReload}>
            <RotateCw size={14} aria-hidden="true" />
          </button>
          {!folded && foldButton}
        </footer>
      </div>
      {folded ? (
        <div className="preview-rail">{foldButton}</div>
      ) : (
        <PreviewDivider width={width} onWidth={chooseWidth} onFold={() => chooseFolded(true)} />
      )}
    </>
  )
}
