import { SendHorizontal } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import type { PanelSource } from '../../../contract/panel-source.ts'
import type { TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { Segments } from '../../parts/segments.tsx'
import { socketWords } from '../../words/socket-words.ts'
import { useWords } from '../../words/words.ts'
import { isPending } from '../task/outcome.ts'
import { readTypedMessage, TYPED_FORMS, type TypedForm } from './read-typed-message.ts'

/** A message typed by hand. The button that closes the socket stands in the head of the details. */
export function SendMessageForm({ source, snapshot }: { readonly source: PanelSource; readonly snapshot: TaskSnapshot }) {
  const words = useWords(socketWords)
  const [form, setForm] = useState<TypedForm>('text')
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<keyof typeof words.fault>()
  const [sent, setSent] = useState(0)
  const hint = useId()
  const obstacle = obstacleOf(source, snapshot)

  const send = () => {
    if (obstacle !== undefined) return
    const reading = readTypedMessage(typed, form)
    if ('fault' in reading) return setFault(reading.fault)
    source.send?.({ type: 'send-message', taskId: snapshot.taskId, ...reading })
    setFault(undefined)
    setTyped('')
    setSent(sent + 1)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  return (
    <form className="messages-send" aria-label={words.sendByHand} onSubmit={submit}>
      <textarea
        className="part-input part-mono messages-typed"
        rows={Math.min(6, typed.split('\n').length)}
        value={typed}
        disabled={obstacle !== undefined}
        placeholder={obstacle === undefined ? words.typedHint : words.notOpen[obstacle]}
        aria-label={words.typed}
        aria-describedby={hint}
        aria-invalid={fault !== undefined || undefined}
        spellCheck={false}
        onChange={(event) => {
          setTyped(event.target.value)
          setFault(undefined)
        }}
        onKeyDown={press}
      />
      <div className="messages-send-bar">
        <Segments label={words.forms} items={TYPED_FORMS.map((id) => ({ id, label: words.form[id] }))} selected={form} onSelect={setForm} />
        <span id={hint} className="messages-hint" role="status" data-fault={fault !== undefined || undefined}>
          {/* Beside a form that cannot send, the field itself says why. */}
          {fault !== undefined ? words.fault[fault] : obstacle === undefined && sent > 0 && words.sent}
        </span>
        <button type="submit" className="part-button" data-kind="main" disabled={obstacle !== undefined}>
          <SendHorizontal size={14} aria-hidden="true" />
          {words.send}
        </button>
      </div>
    </form>
  )
}

function obstacleOf(source: PanelSource, snapshot: TaskSnapshot): 'connecting' | 'closed' | 'noSource' | undefined {
  if (!source.send) return 'noSource'
  if (snapshot.state === 'open') return undefined
  return isPending(snapshot) ? 'connecting' : 'closed'
}
