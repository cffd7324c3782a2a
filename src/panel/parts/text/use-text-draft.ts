import { useEffect, useRef, useState } from 'react'
import { faultOfJson } from '../json/pretty-json.ts'

/** ms after the last key until what was typed holds. */
const REST = 500

interface TextDraftOptions {
  readonly text: string
  /** As the text is shown at first. */
  readonly shown: string
  /** The text has to stay JSON. */
  readonly isJson: boolean
  readonly onChange: (text: string) => void
  readonly onDraft?: ((text: string) => void) | undefined
}

interface TextDraft {
  readonly value: string
  /** What was typed and is not kept yet; `undefined` where nothing was. */
  readonly draft: string | undefined
  readonly fault: ReturnType<typeof faultOfJson>
  readonly type: (next: string) => void
  /** Keeps what was typed, if it can be kept. */
  readonly commit: () => void
}

/** A text while it is typed: it is kept shortly after the last key, and JSON only while it is JSON. */
export function useTextDraft({ text, shown, isJson, onChange, onDraft }: TextDraftOptions): TextDraft {
  const [draft, setDraft] = useState<string>()
  const wasJson = useRef(isJson)
  wasJson.current ||= isJson
  const fault = draft !== undefined && wasJson.current ? faultOfJson(draft) : undefined
  const commit = (next: string | undefined) => {
    if (next !== undefined && next !== text && next !== shown && !(wasJson.current && faultOfJson(next))) onChange(next)
  }
  const latest = useRef({ draft, commit })
  latest.current = { draft, commit }
  useEffect(() => {
    if (draft === undefined) return undefined
    const rest = setTimeout(() => latest.current.commit(draft), REST)
    return () => clearTimeout(rest)
  }, [draft])
  useEffect(() => () => latest.current.commit(latest.current.draft), [])
  // What came from elsewhere takes the place of a draft; what came of the draft is the draft.
  useEffect(() => setDraft((held) => (held === text ? held : undefined)), [text])
  return {
    value: draft ?? shown,
    draft,
    fault,
    type: (next) => {
      setDraft(next)
      onDraft?.(next)
    },
    commit: () => commit(latest.current.draft),
  }
}
