import { InspectorError, type Issue } from '../../contract/inspector-error.ts'
import type { MockRule } from '../../contract/mock/mock-rule.ts'
import type { Scenario } from '../../contract/mock/scenario.ts'
import { createRest } from '../../contract/pace/create-rest.ts'
import { parseRules } from '../../contract/parse/parse-rules.ts'
import { parseScenarios } from '../../contract/parse/parse-scenarios.ts'
import { isObject, numberIn, objectIn, textIn } from '../../contract/read-values.ts'
import { RULE_FILE_VERSION } from '../rule-file.ts'
import { readHar } from './from-har.ts'
import { readOpenApi } from './from-openapi.ts'
import { readPostman } from './from-postman.ts'
import { readYapi } from './from-yapi.ts'
import type { Draft, ImportResult } from './import-result.ts'

/**
 * Rules of a file: our own, HAR, OpenAPI 2 to 3.1, Postman or YApi. `file` is its JSON, as text or read. Rules arrive switched off, with ids
 * that `known` does not have. What cannot be taken is listed, the rest comes. Throws InspectorError `bad-rules` for what is none of these.
 */
export async function readImport(
  file: unknown,
  known: { readonly rules: readonly { readonly id: string }[]; readonly scenarios: readonly { readonly id: string }[] },
): Promise<ImportResult> {
  const data = typeof file === 'string' ? await parseText(file) : file
  const ids = new Set(known.rules.map(({ id }) => id))
  const skipped: Issue[] = []
  const rules: MockRule[] = []
  const rest = createRest({})

  const own = ownFile(data)
  const renamed = new Map<string, string>()
  if (own) {
    for (const [index, value] of own.rules.entries()) {
      await rest()
      const rule = sound(value, `rules[${index}]`, skipped)
      if (!rule) continue
      const id = freeId(rule.id, ids)
      renamed.set(rule.id, id)
      rules.push({ ...rule, id, enabled: false })
    }
    return { rules, scenarios: soundScenarios(own.scenarios, renamed, skipped, new Set(known.scenarios.map(({ id }) => id))), skipped }
  }
  // What a text was read into is nobody else's.
  const read = await readForeign(data, { rest, shared: typeof file !== 'string' })
  skipped.push(...read.skipped)
  for (const draft of read.drafts) {
    await rest()
    const rule = sound(ruleOf(draft, freeId(idOf(draft), ids)), draft.path, skipped)
    if (rule) rules.push(rule)
  }
  return { rules, scenarios: [], skipped }
}

/** JSON, or the YAML of an OpenAPI document. */
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

function refused(message: string): InspectorError {
  return new InspectorError('bad-rules', 'The file could not be imported; nothing was changed.', { issues: [{ path: 'file', message }] })
}

function ownFile(data: unknown): { readonly rules: readonly unknown[]; readonly scenarios: readonly unknown[] } | undefined {
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

async function readForeign(
  data: unknown,
  options: Parameters<typeof readOpenApi>[1],
): Promise<{ readonly drafts: readonly Draft[]; readonly skipped: readonly Issue[] }> {
  if (Array.isArray(data) && data.some((each) => isObject(each) && Array.isArray(each['list']))) return readYapi(data)
  if (isObject(data)) {
    if (Array.isArray(objectIn(data, 'log')['entries'])) return readHar(data)
    if (textIn(data, 'openapi') !== undefined || textIn(data, 'swagger') !== undefined) {
      try {
        return await readOpenApi(data, options)
      } catch (cause) {
        throw unreadable(cause)
      }
    }
    if (Array.isArray(data['item']) && isObject(data['info'])) return readPostman(data)
  }
  throw refused('is none of: rules saved here, HAR, OpenAPI or Swagger, a Postman collection, a YApi export')
}

function ruleOf({ name, group, method, url, answers }: Draft, id: string): unknown {
  const names = new Set<string>()
  const named = answers.map((answer) => {
    const free = freeId(answer.name, names)
    return { ...answer, name: free }
  })
  return {
    id,
    name,
    enabled: false,
    ...(group && { group }),
    when: { ...(method && { method }), url },
    respond: { mode: 'pick', answers: named, picked: named[0]?.name },
  }
}

function idOf({ method = '', url }: Draft): string {
  return `${method} ${url.replace(/^\w+:\/\//, '')}`
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
}

/** The same, with a number behind it where it is taken; takes it. */
function freeId(wanted: string, taken: Set<string>): string {
  let free = wanted
  for (let nth = 2; taken.has(free); nth++) free = `${wanted}-${nth}`
  taken.add(free)
  return free
}

function sound(value: unknown, path: string, skipped: Issue[]): MockRule | undefined {
  try {
    return parseRules([value])[0]
  } catch (cause) {
    if (!(cause instanceof InspectorError)) throw cause
    skipped.push(...cause.issues.map((issue) => ({ path: issue.path.replace(/^rules\[0\]|^rules/, path), message: issue.message })))
    return undefined
  }
}

function soundScenarios(
  list: readonly unknown[],
  renamed: ReadonlyMap<string, string>,
  skipped: Issue[],
  ids: Set<string>,
): readonly Scenario[] {
  return list.flatMap((value, index): readonly Scenario[] => {
    try {
      return parseScenarios([value]).map((scenario) => ({
        ...scenario,
        id: freeId(scenario.id, ids),
        picks: Object.fromEntries(Object.entries(scenario.picks).map(([id, pick]) => [renamed.get(id) ?? id, pick])),
      }))
    } catch (cause) {
      if (!(cause instanceof InspectorError)) throw cause
      skipped.push(
        ...cause.issues.map((issue) => ({ path: issue.path.replace(/^scenarios\[0\]/, `scenarios[${index}]`), message: issue.message })),
      )
      return []
    }
  })
}
