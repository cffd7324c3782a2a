import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { parseRules } from '../src/contract/parse/parse-rules.ts'
import { objectIn } from '../src/contract/read-values.ts'
import { readImport } from '../src/mocks/import/read-import.ts'

const require = createRequire(import.meta.url)
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']
const NONE = { rules: [], scenarios: [] }

/** Documents of real APIs that npm packages bring along. */
const DOCUMENTS = [
  '@scalar/galaxy/3.1.json',
  '@readme/oas-examples/3.1/json/readme.json',
  '@readme/oas-examples/3.1/json/train-travel.json',
  '@readme/oas-examples/3.0/json/star-trek.json',
]

function operationsIn(document: Record<string, unknown>): string[] {
  return Object.entries(objectIn(document, 'paths')).flatMap(([address, item]) =>
    METHODS.filter((method) => Object.hasOwn(item as object, method)).map((method) => `paths.${address}.${method}`),
  )
}

describe('real OpenAPI documents', () => {
  it.each(DOCUMENTS)('%s: each operation becomes a rule, or is listed with its reason', async (path) => {
    const document = require(path) as Record<string, unknown>
    const before = JSON.stringify(document)
    const { rules, skipped } = await readImport(document, NONE)
    const operations = operationsIn(document)
    const listed = operations.filter((operation) => skipped.some((issue) => issue.path === operation))
    expect(operations.length).toBeGreaterThan(5)
    expect(rules.length + listed.length).toBe(operations.length)
    expect(parseRules(rules)).toHaveLength(rules.length)
    expect(rules.every(({ enabled }) => !enabled)).toBe(true)
    expect(JSON.stringify(document), 'what was given stays as it was').toBe(before)
    // Most have an example or a schema to make a body of.
    const answers = rules.flatMap(({ respond }) => ('answers' in respond ? respond.answers : [respond]))
    expect(answers.filter((answer) => answer.kind === 'response' && answer.body).length).toBeGreaterThan(rules.length / 2)
  })

  it('two of them in one file of over 1 MB come as well, from text', async () => {
    const [one, other] = [DOCUMENTS[1], DOCUMENTS[3]].map((path) => require(path ?? '') as Record<string, unknown>)
    const both = { ...one, paths: { ...objectIn(other ?? {}, 'paths'), ...objectIn(one ?? {}, 'paths') } }
    const components = {
      ...objectIn(objectIn(one ?? {}, 'components'), 'schemas'),
      ...objectIn(objectIn(other ?? {}, 'components'), 'schemas'),
    }
    const text = JSON.stringify({ ...both, components: { ...objectIn(one ?? {}, 'components'), schemas: components } }, null, 2)
    expect(text.length).toBeGreaterThan(1_000_000)
    const { rules, skipped } = await readImport(text, NONE)
    const operations = operationsIn(both)
    expect(rules.length + operations.filter((operation) => skipped.some(({ path }) => path === operation)).length).toBe(operations.length)
  })
})
