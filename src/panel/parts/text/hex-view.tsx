import { useState } from 'react'
import { addStyles } from '../../styles/style-sheets.ts'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import { VirtualRows } from '../virtual-rows.tsx'
import styles from './text.css?inline'

addStyles(styles)

const PER_ROW = 16

/** Bytes as offset, hex and the characters that are printable. */
export function HexView({ bytes }: { readonly bytes: Uint8Array }) {
  const words = useWords(partWords)
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section ref={setScroller} className="part-hex" aria-label={words.hexBytes} tabIndex={0}>
      <VirtualRows
        count={Math.ceil(bytes.length / PER_ROW)}
        rowHeight={18}
        scroller={scroller}
        renderRow={(index) => {
          const row = hexRow(bytes, index * PER_ROW)
          return (
            <div className="part-hex-row">
              <span className="part-hex-offset">{row.offset}</span>
              <span className="part-hex-bytes">{row.hex}</span>
              <span className="part-hex-text">{row.text}</span>
            </div>
          )
        }}
      />
    </section>
  )
}

/** One row: eight digits of offset, two groups of eight bytes, and the text with a dot for what cannot be printed. */
export function hexRow(bytes: Uint8Array, start: number): { readonly offset: string; readonly hex: string; readonly text: string } {
  let hex = ''
  let text = ''
  for (let index = 0; index < PER_ROW; index += 1) {
    const byte = bytes[start + index]
    if (index === PER_ROW / 2) hex += ' '
    hex += byte === undefined ? '   ' : `${byte.toString(16).padStart(2, '0')} `
    if (byte !== undefined) text += byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·'
  }
  return { offset: start.toString(16).padStart(8, '0'), hex: hex.trimEnd().padEnd(PER_ROW * 3), text }
}
