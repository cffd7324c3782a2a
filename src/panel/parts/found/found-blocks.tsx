import { type ReactNode, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/** What holds a line of text of its own. */
const BLOCK = 'th, td, dt, dd, li, p, h2, h3'

/**
 * Says that what is in it is searched as it is drawn: each block of text is an item of the scope of this name, counted from 0.
 * For what shows words and numbers of many sources, and no text of its own.
 */
export function FoundBlocks({ scope, children }: { readonly scope: string; readonly children: ReactNode }) {
  return (
    <div className="part-found-scope" data-found-blocks={scope}>
      {children}
    </div>
  )
}

/** The blocks of text in what is drawn; of those within each other the innermost. */
export function blocksIn(root: Element): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(BLOCK)].filter(
    (block) => !block.closest('[aria-hidden="true"]') && !block.querySelector(BLOCK),
  )
}

interface DrawnTextsProps {
  /** Told the text of each block, at first and whenever one changed, at most every `pace` ms. */
  readonly onTexts: (texts: readonly string[]) => void
  readonly pace: number
  readonly children: ReactNode
}

/** Renders its children outside of the document, to search their text. */
export function DrawnTexts({ onTexts, pace, children }: DrawnTextsProps) {
  const [place] = useState(() => document.createElement('div'))
  useLayoutEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const read = () => {
      timer = undefined
      onTexts(blocksIn(place).map((block) => block.textContent ?? ''))
    }
    const observer = new MutationObserver(() => {
      timer ??= setTimeout(read, pace)
    })
    observer.observe(place, { subtree: true, childList: true, characterData: true })
    read()
    return () => {
      observer.disconnect()
      clearTimeout(timer)
    }
  }, [place, onTexts, pace])
  return createPortal(children, place)
}
