import { Search } from 'lucide-react'
import { useState } from 'react'
import { mockEditorWords } from '../../words/mock-editor-words.ts'
import { useWords } from '../../words/words.ts'

interface FindFieldProps {
  /** Whoever asked for the editor by a key goes on with one. */
  readonly focused?: boolean
  readonly onFind: (sought: { readonly text: string }) => void
}

/** Goes to a value by its key or its text: with Enter to its field, with Enter again to the next. */
export function FindField({ focused = false, onFind }: FindFieldProps) {
  const words = useWords(mockEditorWords)
  const [text, setText] = useState('')
  return (
    <span className="value-find">
      <Search size={13} aria-hidden="true" />
      <input
        // biome-ignore lint/a11y/noAutofocus: the editor was asked for by the press before
        autoFocus={focused}
        type="search"
        className="part-input"
        aria-label={words.find}
        placeholder={words.find}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          event.preventDefault()
          onFind({ text })
        }}
      />
    </span>
  )
}
