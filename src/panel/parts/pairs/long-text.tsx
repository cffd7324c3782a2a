import { useState } from 'react'
import { partWords } from '../../words/part-words.ts'
import { useWords } from '../../words/words.ts'
import { formatCount } from '../format.ts'
import { TextView } from '../text/text-view.tsx'

/** Characters up to which a text is laid out whole: a page takes seconds for a long line. */
const SHOWN_AT_ONCE = 4000

/** A text as it is, or its beginning and a button for the rest. */
export function LongText({ text }: { readonly text: string }) {
  const words = useWords(partWords)
  const [whole, setWhole] = useState<string>()
  if (text.length <= SHOWN_AT_ONCE) return text
  if (whole === text) {
    return (
      <span className="part-long-text">
        <TextView text={text} />
      </span>
    )
  }
  return (
    <>
      {text.slice(0, SHOWN_AT_ONCE)}…{' '}
      <button type="button" className="part-link" onClick={() => setWhole(text)}>
        {words.showAll(formatCount(text.length))}
      </button>
    </>
  )
}
