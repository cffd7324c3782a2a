import type { Json } from '../../contract/event/json.ts'
import { withoutQuery } from '../../contract/event/without-query.ts'
import type { Issue } from '../../contract/inspector-error.ts'
import type { MockAnswer } from '../../contract/mock/mock-rule.ts'
import { isObject, listIn, objectIn, textIn } from '../../contract/read-values.ts'
import type { Draft, ImportOptions } from './import-result.ts'

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']

export interface ReadOptions extends Pick<ImportOptions, 'signal' | 'onProgress'> {
  /** Awaited between operations, so that the page can paint. */
  readonly rest: () => Promise<void>
  /** Whether somebody else holds the document. */
  readonly shared: boolean
}

type Named = MockAnswer & { readonly name: string }

/**
 * Swagger 2, OpenAPI 3.0 and 3.1: a rule for each operation with an answer for each of its statuses, by its examples or else a sample of its
 * schema. References lead to places in the same file only.
 */
export async function readOpenApi(
  file: Record<string, unknown>,
  { rest, shared, onProgress }: ReadOptions,
): Promise<{ readonly drafts: readonly Draft[]; readonly skipped: readonly Issue[] }> {
  const [{ upgrade }, { sample }] = await Promise.all([import('@scalar/openapi-upgrader'), import('openapi-sampler')])
  await rest()
  // It changes what it is given.
  const own = shared ? (JSON.parse(JSON.stringify(file)) as Record<string, unknown>) : file
  const document = upgrade(own, '3.1') as Record<string, unknown>
  await rest()
  const drafts: Draft[] = []
  const skipped: Issue[] = []
  const resolve = (value: unknown): Record<string, unknown> => {
    let here = isObject(value) ? value : {}
    const seen = new Set<unknown>()
    for (;;) {
      const reference = textIn(here, '$ref')
      if (reference === undefined) return here
      const target = seen.has(here) ? undefined : targetOf(document, reference)
      seen.add(here)
      if (!isObject(target)) return {}
      here = target
    }
  }
  const sampleOf = (media: Record<string, unknown>): Json | undefined => {
    if (Object.hasOwn(media, 'example')) return media['example'] as Json
    const examples = Object.values(objectIn(media, 'examples')).map(resolve)
    const first = examples.find((each) => Object.hasOwn(each, 'value'))
    if (first) return first['value'] as Json
    const schema = objectIn(media, 'schema')
    if (Object.keys(schema).length === 0) return undefined
    return sample(schema, { skipNonRequired: false, quiet: true, maxSampleDepth: 8 }, document) as Json
  }
  const server = serverOf(document)
  const paths = Object.entries(objectIn(document, 'paths'))
  for (const [nth, [address, item]] of paths.entries()) {
    onProgress?.(nth / paths.length)
    const operations = resolve(item)
    for (const method of METHODS) {
      if (!isObject(operations[method])) continue
      await rest()
      const operation = operations[method]
      const path = `paths.${address}.${method}`
      const answers: Named[] = []
      for (const [code, given] of Object.entries(objectIn(operation, 'responses'))) {
        const reference = isObject(given) ? textIn(given, '$ref') : undefined
        if (reference !== undefined && !reference.startsWith('#')) {
          skipped.push({ path: `${path}.responses.${code}`, message: `leads to another file, ${reference}` })
          continue
        }
        const status = code === 'default' ? 200 : /^[2-5]XX$/i.test(code) ? Number(code[0]) * 100 : Number(code)
        if (!Number.isInteger(status) || status < 200 || status > 599) {
          skipped.push({ path: `${path}.responses.${code}`, message: 'is no status of 200 to 599' })
          continue
        }
        try {
          answers.push({ name: code, ...answerOf(status, resolve(given), sampleOf) })
        } catch (cause) {
          skipped.push({
            path: `${path}.responses.${code}`,
            message: `has a schema that cannot be sampled: ${cause instanceof Error ? cause.message : String(cause)}`,
          })
        }
      }
      if (answers.length === 0) {
        skipped.push({ path, message: 'has no response to answer with' })
        continue
      }
      const [group] = listIn(operation, 'tags')
      drafts.push({
        path,
        name: textIn(operation, 'summary') ?? `${method.toUpperCase()} ${address}`,
        ...(typeof group === 'string' && { group }),
        method: method.toUpperCase(),
        url: `${server}${withoutQuery(address.replace(/\{([^{}]+)\}/g, (_, name: string) => `:${name.replace(/\W/g, '_')}`))}`,
        answers: answers.toSorted((a, b) => Number(isFailure(a)) - Number(isFailure(b))),
      })
    }
  }
  return { drafts, skipped }
}

const isFailure = (answer: Named) => answer.kind === 'response' && (answer.status ?? 200) >= 300

function answerOf(
  status: number,
  response: Record<string, unknown>,
  sampleOf: (media: Record<string, unknown>) => Json | undefined,
): MockAnswer {
  const contents = Object.entries(objectIn(response, 'content')).filter(([, media]) => isObject(media))
  const [type, media] = contents.find(([name]) => /[/+]json\b|^\*\/\*$/.test(name)) ?? contents[0] ?? []
  const head = { kind: 'response', ...(status !== 200 && { status }) } as const
  if (type === undefined || !isObject(media)) return head
  const value = sampleOf(media)
  if (value === undefined) return { ...head, headers: { 'Content-Type': type } }
  if (/[/+]json\b|^\*\/\*$/.test(type)) return { ...head, body: { json: value } }
  return { ...head, headers: { 'Content-Type': type }, body: { text: typeof value === 'string' ? value : JSON.stringify(value) } }
}

/** Of several servers the first; a path alone, or variables, match any host. */
function serverOf(document: Record<string, unknown>): string {
  const [first] = listIn(document, 'servers')
  const url = isObject(first) ? (textIn(first, 'url') ?? '') : ''
  if (/^https?:\/\/[^{}]+$/i.test(url)) return url.replace(/\/$/, '')
  const path = url.replace(/^\w+:\/\/[^/]*/, '').replace(/\/$/, '')
  return `*${path.startsWith('/') && !/[{}]/.test(path) ? path : ''}`
}

/** What a reference in this file leads to, by own keys only. */
function targetOf(document: Record<string, unknown>, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined
  let here: unknown = document
  for (const part of reference.slice(2).split('/')) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = (here as Record<string, unknown>)[key]
  }
  return here
}
