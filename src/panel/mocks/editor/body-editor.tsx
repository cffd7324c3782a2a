import { useContext, useMemo } from 'react'
import { JsonForm } from '../../parts/json-form/json-form.tsx'
import { type AnswerStress, stressAnswer } from '../../parts/json-form/stress.ts'
import { lazyComponent } from '../../parts/lazy-component.tsx'
import { ActMenuButton } from '../../parts/menu/act-menu-button.tsx'
import { TextEditor } from '../../parts/text/text-editor.tsx'
import { mockEditorWords, mockFieldsWords } from '../../words/mock-editor-words.ts'
import { useWords } from '../../words/words.ts'
import { type ResponseAnswer, readBody, withBodyText } from '../rules/answer-body.ts'
import { MockjsEditor } from './mockjs-editor.tsx'
import { SamplesContext } from './samples.ts'

const JsonCode = lazyComponent(async () => (await import('../../parts/code/json-code.tsx')).JsonCode, {
  when: 'asked',
  Otherwise: TextEditor,
})

/** Characters of JSON that is still coloured and completed. */
const LONGEST_CODE = 500_000

export type BodyForm = 'form' | 'json'

interface BodyEditorProps {
  readonly answer: ResponseAnswer
  /** The answer before it was changed. */
  readonly base?: ResponseAnswer | undefined
  readonly as: BodyForm
  readonly readOnly?: boolean
  /** Draws what a template makes, if that has no seed of its own: the id of the rule. */
  readonly seed?: string | undefined
  /** A text to go to in the form. */
  readonly sought?: { readonly text: string } | undefined
  readonly onChange: (answer: ResponseAnswer) => void
}

/** The body of an answer: a form over its JSON, or its text. */
export function BodyEditor({ answer, base, as, readOnly = false, seed = '', sought, onChange }: BodyEditorProps) {
  const words = useWords(mockEditorWords)
  const { text, json } = useMemo(() => readBody(answer), [answer])
  const baseJson = useMemo(() => base && readBody(base).json, [base])
  const samples = useContext(SamplesContext)
  const put = (next: string) => onChange(withBodyText(answer, next))
  if (text === undefined)
    return (
      <div className="part-ask">
        <p>{words.bytes}</p>
        <button type="button" className="part-button" disabled={readOnly} onClick={() => put('{}')}>
          {words.toText}
        </button>
      </div>
    )
  if (answer.body && 'mockjs' in answer.body) return <MockjsEditor answer={answer} seed={seed} readOnly={readOnly} onChange={onChange} />
  if (json && as === 'form')
    return <JsonForm json={json} base={baseJson} label={words.content} readOnly={readOnly} sought={sought} onEdit={put} />
  return json && text.length <= LONGEST_CODE ? (
    <JsonCode text={text} json={json} readOnly={readOnly} samples={samples} onChange={put} />
  ) : (
    <TextEditor text={text} json={json} readOnly={readOnly} onChange={put} />
  )
}

const STRESSES: readonly AnswerStress[] = [
  'none',
  'one',
  'hundred',
  'long',
  'empty',
  'emoji',
  'rightToLeft',
  'sevenDigits',
  'zero',
  'asText',
  'null',
]

/** Everything in an answer under one stress. Not there for what is no JSON. */
export function StressButton({ answer, onChange }: Pick<BodyEditorProps, 'answer' | 'onChange'>) {
  const words = useWords(mockEditorWords)
  const { json } = useMemo(() => readBody(answer), [answer])
  if (!json || (answer.body && 'mockjs' in answer.body)) return null
  const groups = [
    {
      id: 'stress',
      items: STRESSES.map((stress) => ({
        id: stress,
        label: words.stresses[stress],
        onSelect: () => onChange(withBodyText(answer, stressAnswer(json, stress))),
      })),
    },
  ]
  return <ActMenuButton text={words.stressAll} label={words.stressHint} groups={groups} />
}

/** Takes the JSON of an answer for a template, or a template for what it says. */
export function TemplateButton({ answer, onChange }: Pick<BodyEditorProps, 'answer' | 'onChange'>) {
  const words = useWords(mockFieldsWords)
  const { body } = answer
  if (!body || 'text' in body || 'base64' in body) return null
  const on = 'mockjs' in body
  return (
    <button
      type="button"
      className="part-button mock-edit"
      aria-pressed={on}
      title={words.templateHint}
      onClick={() => onChange({ ...answer, body: on ? { json: body.mockjs } : { mockjs: 'json' in body ? body.json : body.template } })}
    >
      {words.template}
    </button>
  )
}
