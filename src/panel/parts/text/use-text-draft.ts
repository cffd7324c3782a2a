import { useEffect, useRef, useState } from 'react'
import { losslessJson } from '../../../mocks/lossless-json.ts'
import { textOf } from '../json/document-of.ts'
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
  /** What was typed, as it was typed, until the field is left and it is kept. `undefined` where nothing was. */
  readonly draft: string | undefined
  readonly fault: ReturnType<typeof faultOfJson>
  readonly type: (next: string) => void
  /** The field was left: keeps what was typed, if it can be kept. */
  readonly leave: () => void
}

/**
 * A text while it is typed: it is kept shortly after the last key, and JSON only while it is JSON. JSON that was kept comes back with
 * other blanks, which wait until the field is left: they would move the text under the hand.
 */
export function useTextDraft({ text, shown, isJson, onChange, onDraft }: TextDraftOptions): TextDraft {
  const [draft, setDraft] = useState<string>()
  const wasJson = useRef(isJson)
  wasJson.current ||= isJson
  /** What was kept and has not come back as `text` yet. More may be typed meanwhile. */
  const kept = useRef<string[]>([])
  /** What was typed for `text` as it is now; `undefined` where that came from elsewhere. */
  const settled = useRef<string>(undefined)
  const typing = useRef(false)
  const fault = draft !== undefined && wasJson.current ? faultOfJson(draft) : undefined
  const commit = (next: string | undefined) => {
    if (next === undefined || next === text || next === shown || next === settled.current) return
    if (wasJson.current && faultOfJson(next)) return
    kept.current.push(next)
    onChange(next)
  }
  const latest = useRef({ draft, commit })
  latest.current = { draft, commit }
  useEffect(() => {
    if (draft === undefined) return undefined
    const rest = setTimeout(() => latest.current.commit(draft), REST)
    return () => clearTimeout(rest)
  }, [draft])
  useEffect(() => () => latest.current.commit(latest.current.draft), [])
  // What came from elsewhere takes the place of a draft; what came of the draft leaves it, and what was typed since.
  useEffect(() => {
    const place = kept.current.findLastIndex((one) => isWritten(one, text))
    settled.current = kept.current.splice(0, place + 1).at(-1)
    if (place < 0 || !typing.current) setDraft((held) => (held === text ? held : undefined))
  }, [text])
  return {
    value: draft ?? shown,
    draft,
    fault,
    type: (next) => {
      typing.current = true
      setDraft(next)
      onDraft?.(next)
    },
    leave: () => {
      typing.current = false
      commit(draft)
      if (draft === settled.current) setDraft(undefined)
    },
  }
}

/** Whether a text that was typed says what `text` says, which of JSON may have other blanks. */
function isWritten(typed: string, text: string): boolean {
  if (typed === text) return true
  const json = losslessJson(typed)
  return json !== undefined && textOf(json) === text
}
