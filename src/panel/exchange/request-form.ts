import type { Json } from '../../contract/event/json.ts'
import type { HeaderList, TaskEvent } from '../../contract/event/task-event.ts'
import { exportedCall, writableBody } from '../../exchange/exported-call.ts'

/** A request as it is written in the form. */
export interface RequestForm {
  readonly method: string
  readonly url: string
  /** One header a line, `Name: value`. */
  readonly headers: string
  readonly data: string
  /** ms; '' for the default. */
  readonly timeout: string
  readonly times: string
}

export const EMPTY_FORM: RequestForm = { method: 'GET', url: '', headers: '', data: '', timeout: '', times: '1' }

/** Requests that are made at once. */
export const MOST_TIMES = 100

/** What is wrong with a form. */
export type FormFault = { readonly field: 'headers'; readonly line: number } | { readonly field: 'timeout' | 'times' }

/** The request of a task, to be changed. */
export function formOf(events: readonly TaskEvent[]): RequestForm {
  const call = exportedCall(events)
  if (!call) return EMPTY_FORM
  const body = writableBody(call.body)
  const { timeout } = call.given
  return {
    ...EMPTY_FORM,
    method: call.method,
    url: call.url,
    // WeChat sets the Referer.
    headers: linesOf(call.header.filter(([name]) => !/^referer$/i.test(name))),
    data: body.kind === 'text' ? body.text : '',
    timeout: typeof timeout === 'number' ? String(timeout) : '',
  }
}

export function linesOf(header: HeaderList): string {
  return header.map(([name, value]) => `${name}: ${value}`).join('\n')
}

/** The options of wx.request that a form means, or what is wrong with it. */
export function optionsOf(form: RequestForm): { readonly options: { readonly [option: string]: Json } } | { readonly fault: FormFault } {
  const header: Record<string, string> = {}
  for (const [nth, line] of form.headers.split('\n').entries()) {
    if (line.trim() === '') continue
    const [, name = '', value] = /^\s*([^:]+?)\s*:\s*(.*?)\s*$/s.exec(line) ?? []
    if (value === undefined) return { fault: { field: 'headers', line: nth + 1 } }
    Object.defineProperty(header, name, { value, enumerable: true, writable: true, configurable: true })
  }
  const timeout = form.timeout.trim() === '' ? undefined : Number(form.timeout)
  if (timeout !== undefined && !(timeout > 0 && Number.isFinite(timeout))) return { fault: { field: 'timeout' } }
  const times = Number(form.times)
  if (!(Number.isInteger(times) && times >= 1 && times <= MOST_TIMES)) return { fault: { field: 'times' } }
  return {
    options: {
      url: form.url.trim(),
      method: form.method,
      header,
      ...(form.data !== '' && { data: form.data }),
      ...(timeout !== undefined && { timeout }),
    },
  }
}
