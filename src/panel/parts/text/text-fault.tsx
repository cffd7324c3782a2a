import { mockEditorWords } from '../../words/mock-editor-words.ts'
import { useWords } from '../../words/words.ts'
import type { faultOfJson } from '../json/pretty-json.ts'

interface TextFaultProps {
  readonly fault: NonNullable<ReturnType<typeof faultOfJson>>
  /** Puts the cursor there, characters from the start. */
  readonly onGoTo: (at: number) => void
}

/** Where a text is no JSON, and that it is not kept until it is. */
export function TextFault({ fault: { at, line, column, message }, onGoTo }: TextFaultProps) {
  const words = useWords(mockEditorWords)
  return (
    <p className="text-editor-fault" role="alert">
      <span>{line === undefined || column === undefined ? words.faultPlain(message) : words.fault(line, column, message)}</span>
      {at !== undefined && (
        <button type="button" className="part-link" onClick={() => onGoTo(at)}>
          {words.goTo}
        </button>
      )}
      <span className="text-editor-note">{words.notSaved}</span>
    </p>
  )
}
