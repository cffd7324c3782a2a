import { InspectorError, type Issue } from '../../contract/inspector-error.ts'
import type { MockRule } from '../../contract/mock/mock-rule.ts'
import type { Scenario } from '../../contract/mock/scenario.ts'
import { createRest } from '../../contract/pace/create-rest.ts'
import { parseRules } from '../../contract/parse/parse-rules.ts'
import { parseScenarios } from '../../contract/parse/parse-scenarios.ts'
import type { Draft, FileContent, ImportOptions, ImportResult } from './import-result.ts'
import { readApart } from './read-apart.ts'
import { readContent } from './read-content.ts'

/**
 * Rules of a file: our own, HAR, OpenAPI 2 to 3.1, Postman or YApi. `file` is the file, its text or its JSON. A file or text is read in a
 * worker where the page may have one; what is done in the page is done in slices. Rules arrive switched off, with ids that `known` does not
 * have. What cannot be taken is listed, the rest comes. Throws InspectorError `bad-rules` for what is none of these.
 */
export async function readImport(
  file: unknown,
  known: { readonly rules: readonly { readonly id: string }[]; readonly scenarios: readonly { readonly id: string }[] },
  options: ImportOptions = {},
): Promise<ImportResult> {
  const rest = createRest(options)
  const { drafts, scenarios, skipped: unread, ...own } = await contentOf(file, rest, options)
  const ids = new Set(known.rules.map(({ id }) => id))
  const skipped: Issue[] = [...unread]
  const rules: MockRule[] = []
  const renamed = new Map<string, string>()
  for (const [index, value] of own.rules.entries()) {
    await rest()
    const path = `rules[${index}]`
    const rule = sound(value, path, skipped)
    if (!rule) continue
    const id = freeId(rule.id, ids)
    renamed.set(rule.id, id)
    const arrived = sound({ ...rule, id, enabled: false }, path, skipped)
    if (arrived) rules.push(arrived)
  }
  for (const draft of drafts) {
    await rest()
    const rule = sound(ruleOf(draft, freeId(idOf(draft), ids)), draft.path, skipped)
    if (rule) rules.push(rule)
  }
  return { rules, scenarios: soundScenarios(scenarios, renamed, skipped, new Set(known.scenarios.map(({ id }) => id))), skipped }
}

async function contentOf(file: unknown, rest: () => Promise<void>, options: ImportOptions): Promise<FileContent> {
  if (typeof file !== 'string' && !(file instanceof Blob)) return readContent(file, { ...options, rest })
  const content = await readApart(file, options)
  return content ?? readContent(typeof file === 'string' ? file : await file.text(), { ...options, rest })
}

function ruleOf({ name, group, method, url, all, mode = 'pick', answers }: Draft, id: string): unknown {
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
    when: { ...(method && { method }), url, ...(all && { all }) },
    respond: { mode, answers: named, ...(mode === 'pick' && { picked: named[0]?.name }) },
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
