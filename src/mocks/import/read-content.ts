import { isObject, numberIn } from '../../contract/read-values.ts'
import { RULE_FILE_VERSION } from '../rule-file.ts'
import type { ReadOptions } from './from-openapi.ts'
import { type FileContent, refused, unreadable } from './import-result.ts'

/** What is in a file: its JSON, as text or read, or the YAML of an OpenAPI document. Throws InspectorError `bad-rules` for what is none of the known formats. */
export async function readContent(file: unknown, options: Omit<ReadOptions, 'shared'>): Promise<FileContent> {
  const data = typeof file === 'string' ? await parseText(file) : file
  const own = ownFile(data)
  if (own) return { ...own, drafts: [], skipped: [] }
  const { readForeign } = await foreignReaders()
  // What a text was read into is nobody else's.
  return { rules: [], scenarios: [], ...(await readForeign(data, { ...options, shared: typeof file !== 'string' })) }
}

/** Few files are of another format. */
async function foreignReaders(): Promise<typeof import('./read-foreign.ts')> {
  try {
    return await import('./read-foreign.ts')
  } catch (cause) {
    throw unreadable(cause)
  }
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
