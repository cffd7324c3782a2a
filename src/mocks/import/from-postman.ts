import { withoutQuery } from '../../contract/event/without-query.ts'
import type { Issue } from '../../contract/inspector-error.ts'
import { isObject, listIn, numberIn, objectIn, textIn } from '../../contract/read-values.ts'
import { answerFromText, isOfTransfer } from '../answer-from-text.ts'
import type { Draft } from './import-result.ts'

/** Postman collections 2.0 and 2.1: a rule for each request with saved examples, which become its answers. Scripts are left out. */
export function readPostman(file: Record<string, unknown>): { readonly drafts: readonly Draft[]; readonly skipped: readonly Issue[] } {
  const drafts: Draft[] = []
  const skipped: Issue[] = []
  const variables = new Map(
    listIn(file, 'variable').flatMap((each): [string, string][] => {
      const key = isObject(each) ? textIn(each, 'key') : undefined
      return key === undefined ? [] : [[key, String((each as Record<string, unknown>)['value'] ?? '')]]
    }),
  )
  const fill = (text: string) => text.replace(/\{\{([^{}]+)\}\}/g, (whole, name: string) => variables.get(name.trim()) ?? whole)
  const refuse = (path: string, message: string) => void skipped.push({ path, message })

  const readItem = (item: unknown, path: string, group: string | undefined, depth: number): void => {
    if (!isObject(item)) return refuse(path, 'is no folder and no request')
    const name = textIn(item, 'name') ?? path
    if (listIn(item, 'event').length > 0) refuse(`${path}.event`, 'is a script: rules hold no code')
    if (Array.isArray(item['item'])) {
      if (depth > 50) return refuse(path, 'is nested too deep')
      for (const [index, inner] of item['item'].entries()) readItem(inner, `${path}.item[${index}]`, name, depth + 1)
      return
    }
    const request = isObject(item['request']) ? item['request'] : { url: item['request'] }
    const url = addressOf(request['url'], fill)
    if (url === undefined) return refuse(`${path}.request.url`, 'is no http url; are its variables in the collection?')
    const answers = listIn(item, 'response').flatMap((response, index) => {
      const status = isObject(response) ? (numberIn(response, 'code') ?? 200) : 0
      if (!isObject(response) || status < 200 || status > 599) {
        refuse(`${path}.response[${index}]`, 'is no response with a status of 200 to 599')
        return []
      }
      const lines = listIn(response, 'header').flatMap((header): [string, string][] => {
        const key = isObject(header) ? textIn(header, 'key') : undefined
        return key === undefined || isOfTransfer(key) ? [] : [[key, String((header as Record<string, unknown>)['value'] ?? '')]]
      })
      const language = textIn(response, '_postman_previewlanguage')
      const type = language === 'json' ? 'application/json' : undefined
      return [{ name: textIn(response, 'name') ?? `${status}`, ...answerFromText(status, lines, textIn(response, 'body'), { type }) }]
    })
    if (answers.length === 0) return refuse(path, 'has no saved example to answer with')
    drafts.push({ path, name, ...(group && { group }), method: (textIn(request, 'method') ?? 'GET').toUpperCase(), url, answers })
  }
  if (listIn(file, 'event').length > 0) refuse('event', 'is a script: rules hold no code')
  const collection = textIn(objectIn(file, 'info'), 'name')
  for (const [index, item] of listIn(file, 'item').entries()) readItem(item, `item[${index}]`, collection, 0)
  return { drafts, skipped }
}

function addressOf(url: unknown, fill: (text: string) => string): string | undefined {
  const raw = typeof url === 'string' ? url : isObject(url) ? textIn(url, 'raw') : undefined
  const address = withoutQuery(fill(raw ?? ''))
  return /^https?:\/\/[^{}\s]+$/i.test(address) ? address : undefined
}
