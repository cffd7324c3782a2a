import { type ClipboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react'
import { Dialog } from '../parts/dialog/dialog.tsx'
import { formatCount } from '../parts/format.ts'
import { useInspector } from '../store/inspector-context.ts'
import type { RequestDraft } from '../store/inspector-store.ts'
import { addStyles } from '../styles/style-sheets.ts'
import { requestWords } from '../words/exchange/request-words.ts'
import { exchangeWords } from '../words/exchange-words.ts'
import { useWords } from '../words/words.ts'
import styles from './exchange.css?inline'
import { isRequestText } from './handle-paste.ts'
import { EMPTY_FORM, type FormFault, formOf, linesOf, MOST_TIMES, optionsOf, type RequestForm } from './request-form.ts'
import { RunSummary } from './run-summary.tsx'

addStyles(styles)

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT']

/** A request to be written or changed, and sent once or several times. A cURL command or HAR entry that is pasted fills it. */
export function RequestDialog({ draft }: { readonly draft: RequestDraft }) {
  const { pasted, severalTimes = false, taskId } = draft
  const words = useWords(requestWords)
  const { notResent } = useWords(exchangeWords)
  const { source, store } = useInspector()
  const ids = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [form, setForm] = useState<RequestForm>(() => (taskId === undefined ? EMPTY_FORM : formOf(source.events(taskId))))
  const [told, setTold] = useState('')
  const [fault, setFault] = useState<FormFault>()
  const [sent, setSent] = useState<readonly string[]>([])

  const change = (part: Partial<RequestForm>) => {
    setForm((before) => ({ ...before, ...part }))
    setFault(undefined)
  }

  const fill = useCallback(
    async (text: string) => {
      const { readPasted } = await import('../../exchange/paste/read-pasted.ts')
      const read = readPasted(text)
      if ('fault' in read) {
        setTold(words.pasteFaults[read.fault])
        return
      }
      const { method, url, header, data = '', ignored, from } = read
      setForm((before) => ({ ...before, method, url, headers: linesOf(header), data }))
      setFault(undefined)
      setTold(`${words.pasted[from](formatCount(ignored.length))} ${ignored.join(' ')}`.trim())
    },
    [words],
  )
  useEffect(() => {
    if (pasted !== undefined) void fill(pasted)
  }, [pasted, fill])
  // Into any field but that of the data: there it may be meant.
  const handlePaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain')
    if ((event.target as HTMLElement).id === `${ids}data` || !isRequestText(text)) return
    event.preventDefault()
    event.stopPropagation()
    void fill(text)
  }

  const send = async () => {
    const read = optionsOf(form)
    if ('fault' in read) {
      setFault(read.fault)
      return
    }
    const isOfWx = taskId !== undefined && source.events(taskId)[0]?.type === 'created' && apiOf(taskId) !== 'page'
    const made: string[] = []
    for (let nth = 0; nth < Number(form.times); nth++) {
      const outcome = await source.send?.(
        // What the form leaves out is not taken from the old call.
        isOfWx ? { type: 'resend', taskId, change: { data: null, ...read.options } } : { type: 'request', options: read.options },
      )
      if (outcome?.ok && outcome.taskId !== undefined) made.push(outcome.taskId)
    }
    setSent(made)
    if (made.length === 0) setTold(notResent)
  }
  const apiOf = (id: string) => store.getState().tasks.task(id)?.api

  const faultText =
    fault === undefined
      ? ''
      : fault.field === 'headers'
        ? words.wrongHeader(formatCount(fault.line))
        : fault.field === 'times'
          ? words.wrongTimes
          : words.wrongTimeout
  const title = taskId === undefined ? words.newTitle : words.editTitle
  return (
    <Dialog dialog={dialog} className="request-dialog" title={title} onClose={() => store.actions.setDialog(undefined)}>
      <form
        className="request-form"
        onPaste={handlePaste}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <label htmlFor={`${ids}method`}>{words.method}</label>
        <select
          className="part-input part-mono"
          id={`${ids}method`}
          value={form.method}
          onChange={({ target }) => change({ method: target.value })}
        >
          {[...new Set([...METHODS, form.method])].map((method) => (
            <option key={method}>{method}</option>
          ))}
        </select>
        <label htmlFor={`${ids}url`}>URL</label>
        <input
          ref={severalTimes ? undefined : focusFirst}
          className="part-input part-mono"
          id={`${ids}url`}
          value={form.url}
          placeholder={words.pasteHint}
          title={words.pasteHint}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => change({ url: target.value })}
        />
        <label htmlFor={`${ids}headers`}>{words.headers}</label>
        <textarea
          className="part-input part-mono"
          id={`${ids}headers`}
          rows={4}
          value={form.headers}
          placeholder={words.headersHint}
          spellCheck={false}
          aria-invalid={fault?.field === 'headers' || undefined}
          aria-describedby={`${ids}fault`}
          onChange={({ target }) => change({ headers: target.value })}
        />
        <label htmlFor={`${ids}data`}>{words.data}</label>
        <textarea
          className="part-input part-mono"
          id={`${ids}data`}
          rows={5}
          value={form.data}
          placeholder={words.dataHint}
          spellCheck={false}
          onChange={({ target }) => change({ data: target.value })}
        />
        <label htmlFor={`${ids}timeout`}>{words.timeout}</label>
        <span className="request-numbers">
          <input
            className="part-input part-mono"
            id={`${ids}timeout`}
            inputMode="numeric"
            value={form.timeout}
            aria-invalid={fault?.field === 'timeout' || undefined}
            aria-describedby={`${ids}fault`}
            onChange={({ target }) => change({ timeout: target.value })}
          />
          <label htmlFor={`${ids}times`}>{words.times}</label>
          <input
            ref={severalTimes ? focusFirst : undefined}
            className="part-input part-mono"
            id={`${ids}times`}
            type="number"
            min={1}
            max={MOST_TIMES}
            value={form.times}
            aria-invalid={fault?.field === 'times' || undefined}
            aria-describedby={`${ids}fault`}
            onChange={({ target }) => change({ times: target.value })}
          />
        </span>
        <p id={`${ids}fault`} className="request-told" role="status" data-fault={faultText !== '' || undefined}>
          {faultText || told}
        </p>
        <footer className="dialog-acts">
          <button type="button" className="part-button" onClick={() => dialog.current?.close()}>
            {words.closeDialog}
          </button>
          <button type="submit" className="part-button" data-kind="main">
            {sent.length > 0 ? words.sendAgain : words.send}
          </button>
        </footer>
      </form>
      {sent.length > 0 && <RunSummary key={sent[0]} taskIds={sent} onShow={() => dialog.current?.close()} />}
    </Dialog>
  )
}

/** The dialog gives the focus to what bears this, once it opens; React keeps `autoFocus` to itself. */
function focusFirst(field: HTMLElement | null): void {
  field?.setAttribute('autofocus', '')
}
