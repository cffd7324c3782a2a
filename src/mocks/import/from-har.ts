import { withoutQuery } from '../../contract/event/without-query.ts'
import type { Issue } from '../../contract/inspector-error.ts'
import type { MockAnswer } from '../../contract/mock/mock-rule.ts'
import { isObject, listIn, numberIn, objectIn, textIn } from '../../contract/read-values.ts'
import { answerFromText, isOfTransfer } from '../answer-from-text.ts'
import type { Draft } from './import-result.ts'

/** HAR 1.2: calls of one method and address become one rule with an answer for each, in the order in which they were made. */
export function readHar(file: Record<string, unknown>): { readonly drafts: readonly Draft[]; readonly skipped: readonly Issue[] } {
  const drafts = new Map<string, Draft & { answers: (MockAnswer & { readonly name: string })[] }>()
  const skipped: Issue[] = []
  listIn(objectIn(file, 'log'), 'entries').forEach((entry, index) => {
    const path = `log.entries[${index}]`
    const request = isObject(entry) ? objectIn(entry, 'request') : {}
    const response = isObject(entry) ? objectIn(entry, 'response') : {}
    const url = withoutQuery(textIn(request, 'url') ?? '')
    const method = (textIn(request, 'method') ?? '').toUpperCase()
    if (!/^https?:\/\//i.test(url) || method === '') {
      skipped.push({ path, message: `has no method and http url, but ${JSON.stringify(textIn(request, 'url') ?? null)}` })
      return
    }
    const answer = answerOf(entry as Record<string, unknown>, response)
    if (typeof answer === 'string') {
      skipped.push({ path, message: answer })
      return
    }
    const key = `${method} ${url}`
    const draft = drafts.get(key) ?? { path, name: url.replace(/^\w+:\/\/[^/]*/, '') || url, group: 'HAR', method, url, answers: [] }
    drafts.set(key, draft)
    draft.answers.push({ ...answer, name: `#${draft.answers.length + 1} · ${response['status']}` })
  })
  return { drafts: [...drafts.values()], skipped }
}

function answerOf(entry: Record<string, unknown>, response: Record<string, unknown>): MockAnswer | string {
  const status = numberIn(response, 'status') ?? 0
  // Chrome writes 0 for a call that got no response.
  if (status === 0) return { kind: 'fail', error: /^net::(ERR_[A-Z_]+)/.exec(textIn(response, '_error') ?? '')?.[1] ?? 'ERR_FAILED' }
  if (!Number.isInteger(status) || status < 200 || status > 599) return `has the status ${status}; an answer ends with 200 to 599`
  const lines = listIn(response, 'headers').flatMap((header): [string, string][] => {
    const name = isObject(header) ? textIn(header, 'name') : undefined
    const value = isObject(header) ? textIn(header, 'value') : undefined
    return name === undefined || value === undefined ? [] : [[name, value]]
  })
  const content = objectIn(response, 'content')
  const text = textIn(content, 'text')
  const wait = numberIn(objectIn(entry, 'timings'), 'wait') ?? 0
  return {
    ...answerFromText(
      status,
      lines.filter(([name]) => !isOfTransfer(name)),
      text,
      { base64: content['encoding'] === 'base64', type: textIn(content, 'mimeType') },
    ),
    ...(lines.some(([name]) => name.toLowerCase() === 'set-cookie') && {
      cookies: lines.filter(([name]) => name.toLowerCase() === 'set-cookie').flatMap(([, value]) => value.split('\n')),
    }),
    ...(wait > 0 && { delay: Math.round(wait) }),
  }
}
