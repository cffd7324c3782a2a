import { Minus, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { jsonFormWords } from '../../words/json-form-words.ts'
import { useWords } from '../../words/words.ts'
import { clipText, formatCount, formatSize } from '../format.ts'
import { replaceValue } from '../json/edit-json.ts'
import { type JsonDocument, meaningOf, textOfValue } from '../json/json-document.ts'
import { Switch } from '../switch.tsx'
import { DraftInput } from './draft-input.tsx'
import type { FormActs } from './form-acts.ts'
import { imageOfFile, namesImage, placeholderImage } from './placeholder-image.ts'
import { isJsonNumber, stepNumber } from './step-number.ts'
import { kindOf } from './stress.ts'

interface ValueFieldProps {
  readonly json: JsonDocument
  readonly node: number
  readonly name: string
  readonly readOnly: boolean
  readonly acts: FormActs
}

/** Characters of a text that a field of one line can hold. */
const LONGEST_FIELD = 20_000

/** The field of a value that is no list and no object. */
export function ValueField(props: ValueFieldProps) {
  const { json, node, name, readOnly, acts } = props
  const put = (text: string) => acts.edit(replaceValue(json, node, text))
  const text = textOfValue(json, node)
  switch (kindOf(json, node)) {
    case 'text':
      return <TextField {...props} inner={text.slice(1, -1)} put={put} />
    case 'number':
      return <NumberField name={name} text={text} readOnly={readOnly} put={put} />
    case 'boolean':
      return (
        <>
          <Switch checked={text === 'true'} onChange={(on) => put(String(on))} label={name} disabled={readOnly} />
          <span className="json-field-word">{text}</span>
        </>
      )
    default:
      return <span className="json-field-null">{text}</span>
  }
}

interface NumberFieldProps {
  readonly name: string
  readonly text: string
  readonly readOnly: boolean
  readonly put: (text: string) => void
}

function NumberField({ name, text, readOnly, put }: NumberFieldProps) {
  const words = useWords(jsonFormWords)
  const step = (by: 1 | -1, from = text) => (isJsonNumber(from) ? stepNumber(from, by) : undefined)
  return (
    <span className="json-number">
      <DraftInput
        value={text}
        label={name}
        className="part-input part-mono json-input"
        numeric
        readOnly={readOnly}
        accepts={(draft) => isJsonNumber(draft.trim())}
        form={words.notNumber}
        onCommit={(draft) => put(draft.trim())}
        {...(!readOnly && { onStep: step })}
      />
      {!readOnly && stepNumber(text, 1) !== undefined && (
        <span className="json-steps">
          {([1, -1] as const).map((by) => (
            <button
              key={by}
              type="button"
              className="json-step"
              tabIndex={-1}
              aria-label={by > 0 ? words.up(name) : words.down(name)}
              onClick={() => put(stepNumber(text, by) as string)}
            >
              {by > 0 ? <Plus size={11} aria-hidden="true" /> : <Minus size={11} aria-hidden="true" />}
            </button>
          ))}
        </span>
      )}
    </span>
  )
}

interface TextFieldProps extends ValueFieldProps {
  readonly inner: string
  readonly put: (text: string) => void
}

function TextField({ name, readOnly, inner, put, acts }: TextFieldProps) {
  const words = useWords(jsonFormWords)
  const meaning = meaningOf(inner)
  const isImage = namesImage(meaning)
  if (meaning.length > LONGEST_FIELD && !isImage)
    return (
      <span className="json-field-long" title={clipText(meaning)}>
        {words.tooLong(formatCount(meaning.length))}
      </span>
    )
  return (
    <>
      {isImage && /^data:/i.test(meaning) && <img className="json-thumb" src={meaning} alt="" />}
      {meaning.length > LONGEST_FIELD ? (
        <span className="json-field-long">{clipText(meaning, 40)}</span>
      ) : (
        <DraftInput
          value={meaning}
          label={name}
          className="part-input json-input json-text"
          readOnly={readOnly}
          onCommit={(draft) => put(JSON.stringify(draft))}
        />
      )}
      {isImage && !readOnly && <ReplaceImage name={name} put={put} acts={acts} />}
    </>
  )
}

/** Bytes of a picture that an answer takes in. */
const LARGEST_IMAGE = 512 * 1024

function ReplaceImage({ name, put, acts }: Pick<TextFieldProps, 'name' | 'put' | 'acts'>) {
  const words = useWords(jsonFormWords)
  const file = useRef<HTMLInputElement>(null)
  const [tooLarge, setTooLarge] = useState(false)
  return (
    <>
      <button
        type="button"
        className="part-button"
        aria-haspopup="menu"
        aria-label={words.replaceOf(name)}
        onClick={(event) =>
          acts.openMenu(event.currentTarget, words.replaceOf(name), [
            {
              id: 'image',
              items: [
                {
                  id: 'placeholder',
                  label: words.placeholder,
                  note: words.placeholderNote,
                  onSelect: () => put(JSON.stringify(placeholderImage(words.placeholderText))),
                },
                { id: 'file', label: words.file, onSelect: () => file.current?.click() },
              ],
            },
          ])
        }
      >
        {words.replace}
      </button>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        aria-label={words.file}
        onChange={async (event) => {
          const picked = event.target.files?.[0]
          event.target.value = ''
          if (!picked) return
          setTooLarge(picked.size > LARGEST_IMAGE)
          if (picked.size <= LARGEST_IMAGE) put(JSON.stringify(await imageOfFile(picked)))
        }}
      />
      {tooLarge && (
        <span className="json-field-wrong" role="alert">
          {words.fileTooLarge(formatSize(LARGEST_IMAGE))}
        </span>
      )}
    </>
  )
}
