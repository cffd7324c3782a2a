import type { InspectorError } from '../../contract/inspector-error.ts'
import { isObject, numberIn, objectIn, textIn } from '../../contract/read-values.ts'
import { RULE_FILE_VERSION } from '../rule-file.ts'
import { readHar } from './from-har.ts'
import { type ReadOptions, readOpenApi } from './from-openapi.ts'
import { readPostman } from './from-postman.ts'
import { readYapi } from './from-yapi.ts'
import { type FileContent, refused } from './import-result.ts'

/** What is in a file: its JSON, as text or read, or the YAML of an OpenAPI document. Throws InspectorError `bad-rules` for what is none of the known formats. */
export async function readContent(file: unknown, options: Omit<ReadOptions, 'shared'>): Promise<FileContent> {
  const data = typeof file === 'string' ? await parseText(file) : file
  const own = ownFile(data)
  if (own) return { ...own, drafts: [], skipped: [] }
  // What a text was read into is nobody else's.
  return { rules: [], scenarios: [], ...(await readForeign(data, { ...options, shared: typeof file !== 'string' })) }
}

async function parseText(text: string): Promise<unknown> {
  const plain = text.replace(/^\uFEFF/, '')
  try {
    if (/^\s*(?:openapi|swagger)\s*:/m.test(plain.slice(0, 2000)) && !plain.trimStart().startsWith('{'))
      return (await import('yaml')).parse(plain)
    return JSON.parse(plain)
  } catch (cause) {
    throw unreadable(cause)
  }
}

function unreadable(cause: unknown): InspectorError {
  return refused(`cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`)
}

function ownFile(data: unknown): Pick<FileContent, 'rules' | 'scenarios'> | undefined {
  if (isObject(data) && Array.isArray(data['rules'])) {
    const version = numberIn(data, 'version')
    if (version !== RULE_FILE_VERSION)
      throw refused(`has the version ${JSON.stringify(data['version'] ?? null)}; this one reads ${RULE_FILE_VERSION}`)
    const { scenarios = [] } = data
    if (!Array.isArray(scenarios)) throw refused('has scenarios that are no list')
    return { rules: data['rules'], scenarios }
  }
  const isRules = Array.isArray(data) && data.length > 0 && data.every((each) => isObject(each) && 'when' in each && 'respond' in each)
  return isRules ? { rules: data, scenarios: [] } : undefined
}

async function readForeign(data: unknown, options: ReadOptions): Promise<Pick<FileContent, 'drafts' | 'skipped'>> {
  if (Array.isArray(data) && data.some((each) => isObject(each) && Array.isArray(each['list']))) return readYapi(data)
  if (isObject(data)) {
    if (Array.isArray(objectIn(data, 'log')['entries'])) return readHar(data)
    if (textIn(data, 'openapi') !== undefined || textIn(data, 'swagger') !== undefined) {
      try {
        return await readOpenApi(data, options)
      } catch (cause) {
        options.signal?.throwIfAborted()
        throw unreadable(cause)
      }
    }
    if (Array.isArray(data['item']) && isObject(data['info'])) return readPostman(data)
  }
  throw refused('is none of: rules saved here, HAR, OpenAPI or Swagger, a Postman collection, a YApi export')
}
