import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Json } from '../../../../contract/event/json.ts'
import type { SocketStep } from '../../../../contract/mock/mock-rule.ts'
import { isJson } from '../../../parts/json/is-json.ts'
import { DraftInput } from '../../../parts/json-form/draft-input.tsx'
import { Menu } from '../../../parts/menu/menu.tsx'
import { MoreButton } from '../../../parts/menu/more-button.tsx'
import { mockSocketWords } from '../../../words/mock-editor-words.ts'
import { mocksViewWords } from '../../../words/mocks-view-words.ts'
import { useWords } from '../../../words/words.ts'
import { RowGrip, useRowOrder } from '../../rules/row-order.tsx'
import { KeptArea } from '../pieces/kept-area.tsx'
import { MessageFields } from './message-fields.tsx'
import { kindOf, msBefore, STEP_KINDS, type StepKind, stepOf, withMs } from './step-kinds.ts'

interface StepsListProps {
  readonly steps: readonly SocketStep[]
  readonly label: string
  readonly readOnly: boolean
  readonly onChange: (steps: readonly SocketStep[]) => void
}

/** What a mocked server does, step after step. Steps are dragged, or moved with Alt and the arrows, or by their menu. */
export function StepsList({ steps, label, readOnly, onChange }: StepsListProps) {
  const words = useWords(mockSocketWords)
  const { moveUp, moveDown, duplicate, remove, drag } = useWords(mocksViewWords)
  const [menu, setMenu] = useState<{ readonly at: HTMLElement; readonly place: number | 'new' }>()
  const move = (place: number, by: -1 | 1) => {
    const step = steps[place]
    if (step && steps[place + by]) onChange(steps.toSpliced(place, 1).toSpliced(place + by, 0, step))
  }
  const order = useRowOrder<number>({
    items: steps,
    readOnly,
    onMoveBy: (place, by) => {
      if (!steps[place + by]) return undefined
      move(place, by)
      return place + by
    },
    onMoveBeside: (place, target, side) => {
      const beside = target - (target > place ? 1 : 0) + (side === 'after' ? 1 : 0)
      const step = steps[place]
      if (step && beside !== place) onChange(steps.toSpliced(place, 1).toSpliced(beside, 0, step))
    },
  })
  const acts = (place: number) => [
    {
      id: 'place',
      items: [
        { id: 'up', label: moveUp, shortcut: 'Alt+ArrowUp', disabled: place === 0, onSelect: () => move(place, -1) },
        { id: 'down', label: moveDown, shortcut: 'Alt+ArrowDown', disabled: place === steps.length - 1, onSelect: () => move(place, 1) },
        { id: 'duplicate', label: duplicate, onSelect: () => onChange(steps.toSpliced(place, 0, steps[place] as SocketStep)) },
      ],
    },
    { id: 'remove', items: [{ id: 'remove', label: remove, onSelect: () => onChange(steps.toSpliced(place, 1)) }] },
  ]
  const additions = () => [
    {
      id: 'new',
      items: STEP_KINDS.map((kind) => ({ id: kind, label: words.kinds[kind], onSelect: () => onChange([...steps, stepOf(kind)]) })),
    },
  ]
  return (
    <div className="steps">
      <ol className="steps-list" aria-label={label} {...order.list}>
        {steps.map((step, place) => {
          const name = words.step(String(place + 1))
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by nothing but its place
            <li key={place}>
              {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and borders */}
              <div className="step" role="group" aria-label={name} {...order.row(place)}>
                {!readOnly && <RowGrip title={drag(name)} {...order.grip(place, name)} />}
                <StepFields step={step} name={name} readOnly={readOnly} onChange={(next) => onChange(steps.toSpliced(place, 1, next))} />
                {!readOnly && <MoreButton label={words.more(name)} onOpen={(at) => setMenu({ at, place })} />}
              </div>
              {'on' in step && (
                <StepsList
                  steps={step.reply}
                  label={words.repliesOf(name)}
                  readOnly={readOnly}
                  onChange={(reply) => onChange(steps.toSpliced(place, 1, { ...step, reply }))}
                />
              )}
              {'repeat' in step && (
                <StepsList
                  steps={step.steps}
                  label={words.stepsOf(name)}
                  readOnly={readOnly}
                  onChange={(inner) => onChange(steps.toSpliced(place, 1, { ...step, steps: inner }))}
                />
              )}
            </li>
          )
        })}
      </ol>
      {!readOnly && (
        <button
          type="button"
          className="part-button steps-add"
          data-kind="quiet"
          aria-haspopup="menu"
          onClick={(event) => setMenu({ at: event.currentTarget, place: 'new' })}
        >
          <Plus size={13} aria-hidden="true" />
          {words.add}
        </button>
      )}
      {menu && (
        <Menu
          label={menu.place === 'new' ? words.add : words.more(words.step(String(menu.place + 1)))}
          groups={menu.place === 'new' ? additions() : acts(menu.place)}
          at={menu.at}
          opener={menu.at}
          onClose={() => setMenu(undefined)}
        />
      )}
    </div>
  )
}

interface StepFieldsProps {
  readonly step: SocketStep
  readonly name: string
  readonly readOnly: boolean
  readonly onChange: (step: SocketStep) => void
}

/** One step as a sentence: after how long, what, and with what. */
function StepFields({ step, name, readOnly, onChange }: StepFieldsProps) {
  const words = useWords(mockSocketWords)
  return (
    <>
      <span className="answer-field">
        <span aria-hidden="true">{words.after}</span>
        <span className="answer-delay">
          <DraftInput
            value={String(msBefore(step))}
            label={words.afterOf(name)}
            className="part-input part-mono answer-delay-input"
            numeric
            readOnly={readOnly}
            accepts={(text) => /^\d{1,7}$/.test(text.trim())}
            onCommit={(text) => onChange(withMs(step, Number(text)))}
            onStep={(by, text) => String(Math.max(0, Number(text) + by * 100))}
          />
          <span className="answer-unit" aria-hidden="true">
            ms
          </span>
        </span>
      </span>
      <select
        className="part-input"
        aria-label={words.doesOf(name)}
        value={kindOf(step)}
        disabled={readOnly}
        onChange={(event) => onChange(stepOf(event.target.value as StepKind, step))}
      >
        {STEP_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {words.kinds[kind]}
          </option>
        ))}
      </select>
      <Content step={step} name={name} readOnly={readOnly} onChange={onChange} />
    </>
  )
}

const isCount = (text: string) => /^\d{0,6}$/.test(text.trim())
const isCode = (text: string) => /^(?:1000|3\d{3}|4\d{3})$/.test(text.trim())
const isBase64 = (text: string) => /^[A-Za-z0-9+/]*={0,2}$/.test(text.trim()) && text.trim().length % 4 === 0

function Content({ step, name, readOnly, onChange }: StepFieldsProps) {
  const words = useWords(mockSocketWords)
  const label = words.contentOf(name)
  const field = (value: string, accepts: (text: string) => boolean, hint: string, commit: (text: string) => void) => (
    <span className="answer-field" title={hint}>
      <DraftInput
        value={value}
        label={`${hint} · ${name}`}
        className="part-input part-mono step-short"
        readOnly={readOnly}
        accepts={accepts}
        form={hint}
        onCommit={(text) => commit(text.trim())}
      />
      <span className="answer-hint">{hint}</span>
    </span>
  )
  if ('text' in step)
    return <KeptArea value={step.text} label={label} readOnly={readOnly} onCommit={(text) => onChange({ ...step, text })} />
  if ('json' in step)
    return (
      <KeptArea
        value={JSON.stringify(step.json, null, 2)}
        label={label}
        readOnly={readOnly}
        accepts={isJson}
        onCommit={(text) => onChange({ ...step, json: JSON.parse(text) as Json })}
      />
    )
  if ('base64' in step) return field(step.base64, isBase64, 'Base64', (base64) => onChange({ ...step, base64 }))
  if ('expect' in step)
    return <MessageFields match={step.expect} readOnly={readOnly} onChange={(match) => onChange({ ...step, expect: match })} />
  if ('on' in step) return <MessageFields match={step.on} readOnly={readOnly} onChange={(match) => onChange({ ...step, on: match })} />
  if ('echo' in step)
    return field(step.echo === true ? '' : String(step.echo), isCount, words.echoHint, (text) =>
      onChange({ ...step, echo: Number(text) > 0 ? Number(text) : true }),
    )
  if ('repeat' in step)
    return field(step.repeat === 'forever' ? '' : String(step.repeat), isCount, words.repeatHint, (text) =>
      onChange({ ...step, repeat: Number(text) > 0 ? Number(text) : 'forever' }),
    )
  if ('close' in step) {
    const { code = 1000, reason = '' } = step.close
    return (
      <>
        {field(String(code), isCode, words.code, (text) => onChange({ ...step, close: { ...step.close, code: Number(text) } }))}
        {field(
          reason,
          () => true,
          words.reason,
          (text) => {
            const { reason: _, ...rest } = step.close
            onChange({ ...step, close: text === '' ? rest : { ...rest, reason: text } })
          },
        )}
      </>
    )
  }
  return null
}
