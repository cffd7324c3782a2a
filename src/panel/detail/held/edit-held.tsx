import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { BodySnapshot } from '../../../contract/event/body-snapshot.ts'
import type { Gate, HeldChange } from '../../../contract/event/hold-event.ts'
import type { PanelSource } from '../../../contract/panel-source.ts'
import type { TaskHold, TaskSnapshot } from '../../../recorder/tasks/task-snapshot.ts'
import { holdFormWords } from '../../words/hold-form-words.ts'
import { useWords } from '../../words/words.ts'
import { useTaskEvents } from '../task/use-task-events.ts'
import { headerText, offerOf, readHeaderText } from './held-offer.ts'

interface EditHeldProps {
  readonly source: PanelSource
  readonly snapshot: TaskSnapshot
  readonly hold: TaskHold
  readonly onClose: () => void
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'] as const
/** Those that one meets. */
const ERRORS = [
  'ERR_CONNECTION_REFUSED',
  'ERR_CONNECTION_RESET',
  'ERR_INTERNET_DISCONNECTED',
  'ERR_TIMED_OUT',
  'ERR_NAME_NOT_RESOLVED',
  'ERR_CERT_DATE_INVALID',
] as const

/** What of a held call can be changed at its gate. Only what was changed is sent. */
export function EditHeld({ source, snapshot, hold, onClose }: EditHeldProps) {
  const words = useWords(holdFormWords)
  const events = useTaskEvents(source, snapshot)
  const offer = offerOf(snapshot, events, hold.gate)
  const [url, setUrl] = useState(offer.url ?? '')
  const [method, setMethod] = useState(offer.method ?? '')
  const [status, setStatus] = useState(String(offer.statusCode ?? ''))
  const [header, setHeader] = useState(headerText(offer.header ?? []))
  const [body, setBody] = useState(textOf(offer.body) ?? '')
  const [replacing, setReplacing] = useState(textOf(offer.body) !== undefined)
  const [fail, setFail] = useState('')
  const [fault, setFault] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('select, input, textarea')?.focus(), [])
  const fails = fail !== ''
  const kind = kindOf(hold.gate)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!source.send) return
    const read = readHeaderText(header)
    if ('fault' in read) return setFault(words.headerFault(read.fault))
    const change: HeldChange = fails
      ? { fail }
      : {
          ...(offer.url !== undefined && url !== offer.url && { url }),
          ...(offer.method !== undefined && method !== offer.method && { method }),
          ...(offer.statusCode !== undefined && status !== String(offer.statusCode) && { statusCode: Number(status) }),
          ...(offer.header && header !== headerText(offer.header) && { header: read.header }),
          ...(replacing && offer.body !== undefined && body !== textOf(offer.body) && { data: body }),
        }
    const changed = Object.keys(change).length > 0
    const outcome = await source.send({ type: 'resume', taskId: snapshot.taskId, ...(changed && { change }) })
    if (outcome.ok) onClose()
    else setFault(outcome.issues.map(({ path, message }) => `${path.replace('change.', '')} ${message}`).join('; '))
  }

  // What was typed is not to be lost with the details that Escape closes, nor to F8, which lets the call go on as it is.
  const takeKey = (event: KeyboardEvent) => {
    if ((event.key !== 'Escape' && event.key !== 'F8') || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') onClose()
    else form.current?.requestSubmit()
  }

  return (
    <form ref={form} className="held-form" aria-label={words.form} onSubmit={(event) => void submit(event)} onKeyDown={takeKey}>
      <fieldset className="held-fields" disabled={fails}>
        {offer.method !== undefined && (
          <div className="held-line">
            <label className="held-field">
              <span>{words.method}</span>
              <select className="part-input part-mono" value={method} onChange={(event) => setMethod(event.target.value)}>
                {[...new Set([...METHODS, offer.method])].map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
            <Field label={words.url} value={url} onChange={setUrl} wide />
          </div>
        )}
        {offer.statusCode !== undefined && <Field label={words.statusCode} value={status} onChange={setStatus} />}
        {offer.header && <Area label={words.header} hint={words.headerHint} value={header} onChange={setHeader} />}
        {offer.body !== undefined && (
          <>
            {textOf(offer.body) === undefined && (
              <label className="held-check">
                <input type="checkbox" checked={replacing} onChange={(event) => setReplacing(event.target.checked)} />
                {words.replaceBody[kind]}
                <span className="held-hint">{offer.body === 'not-yet' ? words.notYet : words.notText}</span>
              </label>
            )}
            {replacing && <Area label={words.body[kind]} value={body} onChange={setBody} />}
          </>
        )}
      </fieldset>
      <div className="held-end">
        {fault !== undefined && (
          <p className="held-fault" role="alert">
            {fault}
          </p>
        )}
        <div className="held-line">
          <label className="held-field">
            <span>{words.outcome}</span>
            <select className="part-input part-mono" value={fail} onChange={(event) => setFail(event.target.value)}>
              <option value="">{words.goesOn}</option>
              {ERRORS.map((each) => (
                <option key={each} value={each}>
                  {words.failsWith(each)}
                </option>
              ))}
            </select>
          </label>
          <span className="held-rest" />
          <button type="button" className="part-button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" className="part-button" data-kind="main" aria-keyshortcuts="F8" title={`${words.submit} (F8)`}>
            {words.submit}
          </button>
        </div>
      </div>
    </form>
  )
}

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Field({ label, value, onChange, wide }: FieldProps & { readonly wide?: boolean }) {
  return (
    <label className="held-field" data-wide={wide || undefined}>
      <span>{label}</span>
      <input
        className="part-input part-mono"
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

function Area({ label, hint, value, onChange }: FieldProps & { readonly hint?: string }) {
  const id = useId()
  return (
    <label className="held-area">
      <span>
        {label}
        {hint && (
          <span id={id} className="held-hint">
            {hint}
          </span>
        )}
      </span>
      <textarea
        className="part-input part-mono"
        aria-label={label}
        aria-describedby={hint && id}
        rows={Math.min(8, Math.max(2, value.split('\n').length))}
        value={value}
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  )
}

/** The whole text of a body; `undefined` where it is none, or was cut. */
function textOf(body: BodySnapshot | 'not-yet' | undefined): string | undefined {
  if (typeof body !== 'object') return undefined
  if (body.kind === 'none') return ''
  return body.kind === 'text' && body.kept === undefined ? body.text : undefined
}

function kindOf(gate: Gate): 'send' | 'headers' | 'chunk' {
  return gate === 'send' ? 'send' : gate === 'headers' || gate === 'callbacks' ? 'headers' : 'chunk'
}
