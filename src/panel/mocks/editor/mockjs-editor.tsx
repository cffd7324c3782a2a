import { useDeferredValue, useId, useMemo, useState } from 'react'
import { drawNumber } from '../../../contract/draw/seeded-random.ts'
import type { Json } from '../../../contract/event/json.ts'
import { makeFromTemplate } from '../../../contract/mockjs/make-from-template.ts'
import { readJson } from '../../parts/json/json-document.ts'
import { TextEditor } from '../../parts/text/text-editor.tsx'
import { useInspector } from '../../store/inspector-context.ts'
import { mockFieldsWords } from '../../words/mock-editor-words.ts'
import { useWords } from '../../words/words.ts'
import { type ResponseAnswer, textOfBody, withBodyText } from '../rules/answer-body.ts'
import { SeedField } from './seed-field.tsx'

interface MockjsEditorProps {
  readonly answer: ResponseAnswer
  /** Draws, where the body has no seed of its own. */
  readonly seed: string
  readonly readOnly: boolean
  readonly onChange: (answer: ResponseAnswer) => void
}

/** Characters of a preview; nobody reads more. */
const MOST_SHOWN = 20_000

/** A template in the syntax of Mock.js, and beside it what it makes, while it is typed. */
export function MockjsEditor({ answer, seed, readOnly, onChange }: MockjsEditorProps) {
  const words = useWords(mockFieldsWords)
  const { source } = useInspector()
  const title = useId()
  const text = textOfBody(answer) ?? ''
  const [draft, setDraft] = useState(text)
  const json = useMemo(() => readJson(text), [text])
  const body = answer.body && 'mockjs' in answer.body ? answer.body : undefined
  const own = body?.seed
  const typed = useDeferredValue(draft)
  const made = useMemo(() => previewOf(typed, own ?? seed, source.startedAt), [typed, own, seed, source])
  return (
    <div className="mockjs-editor">
      <TextEditor
        text={text}
        json={json}
        label={words.templateText}
        readOnly={readOnly}
        onDraft={setDraft}
        onChange={(next) => onChange(withBodyText(answer, next))}
      />
      <section className="mockjs-preview" aria-labelledby={title}>
        <div className="mockjs-head">
          <h4 className="answer-title" id={title} title={words.previewHint}>
            {words.preview}
          </h4>
          <span className="answer-hint">{words.previewHint}</span>
          <span className="answer-rest" />
          <SeedField
            seed={own}
            readOnly={readOnly || !body}
            onChange={(next) => body && onChange({ ...answer, body: { mockjs: body.mockjs, ...(next !== undefined && { seed: next }) } })}
          />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard */}
        <pre className="mockjs-made" tabIndex={0}>
          {made}
        </pre>
      </section>
    </div>
  )
}

/** What the first hit gets. Values of the call stand as they are written; in keys, as their defaults. */
function previewOf(text: string, seed: string | number, now: number): string | undefined {
  try {
    let count = 0
    const draw = () => {
      count += 1
      return drawNumber(seed, 1, count)
    }
    const template = JSON.parse(text.replace(/"(?:[^"\\]|\\.)*"(?=\s*:)/g, withDefaults)) as Json
    return JSON.stringify(makeFromTemplate(template, draw, now), null, 2).slice(0, MOST_SHOWN)
  } catch {
    return undefined
  }
}

const withDefaults = (key: string): string =>
  key.replace(/\{\{([^{}]*)\}\}/g, (_, expression: string) => /\|\s*default\s+['"]?([^'"|]*?)['"]?\s*$/.exec(expression)?.[1] ?? '')
