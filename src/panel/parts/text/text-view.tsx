import { useMemo, useState } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import { placeOfStart, useFound } from '../found/found-context.tsx'
import { VirtualRows } from '../virtual-rows.tsx'
import { splitLines } from './split-lines.ts'
import styles from './text.css?inline'

addStyles(styles)

/** Text of any length with line numbers. */
export function TextView({ text, wrap = true }: { readonly text: string; readonly wrap?: boolean }) {
  const words = useWords(partWords)
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const rows = useMemo(() => splitLines(text), [text])
  const starts = useMemo(() => rows.map(({ start }) => start), [rows])
  const found = useFound()
  const digits = String(rows.findLast((row) => row.line !== undefined)?.line ?? 1).length
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section ref={setScroller} className="part-text" aria-label={words.textLines} tabIndex={0} data-wrap={wrap}>
      <VirtualRows
        count={rows.length}
        rowHeight={18}
        scroller={scroller}
        active={found && placeOfStart(starts, found.start)}
        renderRow={(index) => (
          <div className="part-text-row">
            <span className="part-text-number" style={{ width: `${digits}ch` }} aria-hidden="true">
              {rows[index]?.line}
            </span>
            <span className="part-text-line" data-at={rows[index]?.start}>
              {rows[index]?.text || '\u200b'}
            </span>
          </div>
        )}
      />
    </section>
  )
}
