import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { conformancePage } from './conformance-page.ts'
import { explainedRules } from './explained-rules.ts'
import type { Outcome } from './outcome.ts'
import { readVectors } from './read-vectors.ts'
import { runVector } from './run-vector.ts'
import type { Vector } from './vector.ts'

/** A vector for each rule that can be seen from outside, below the root of the project. */
export const FIRST_VECTORS = 'e2e/vectors/vectors.json'
/** All vectors of the project: the second list goes into the corners of the rules. */
export const OWN_VECTORS = [FIRST_VECTORS, 'e2e/vectors/own-vectors.json']
/** What a run over them is written to. */
export const CONFORMANCE_PAGE = 'docs/conformance.md'

/** Runs every vector of the files and prints what came of it. Resolves to how many failed. */
export async function runVectors(paths: readonly string[]): Promise<number> {
  const outcomes = await outcomesOf(paths)
  report(outcomes)
  return outcomes.filter(({ status }) => status === 'failed').length
}

/** Runs the vectors of the project, and writes the page of conformance as well. Resolves to how many failed. */
export async function runOwnVectors(root: string): Promise<number> {
  const outcomes = await outcomesOf(OWN_VECTORS.map((path) => join(root, path)))
  const path = join(root, CONFORMANCE_PAGE)
  const page = conformancePage(outcomes, explainedRules(root))
  const same = existsSync(path) && readFileSync(path, 'utf8') === page
  if (!same) writeFileSync(path, page)
  report(outcomes, `${CONFORMANCE_PAGE} ${same ? 'says so already' : 'is written'}`)
  return outcomes.filter(({ status }) => status === 'failed').length
}

export async function outcomesOf(paths: readonly string[]): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const path of paths) {
    for (const vector of await vectorsOf(path)) outcomes.push(await runSafely(vector))
  }
  return outcomes
}

async function vectorsOf(path: string): Promise<readonly Vector[]> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new Error(`${path} cannot be read: ${cause.message}`)
  })
  const input: unknown = JSON.parse(text)
  if (!Array.isArray(input)) throw new Error(`${path} holds no vectors: the file must hold a JSON array of them`)
  return input.flatMap(readVectors)
}

async function runSafely(vector: Vector): Promise<Outcome> {
  try {
    return await runVector(vector)
  } catch (cause) {
    return { vector, status: 'failed', problems: [`threw ${cause instanceof Error ? cause.stack : String(cause)}`], events: [] }
  }
}

/** The closing line is the last: whoever counts looks for it there. */
function report(outcomes: readonly Outcome[], remark?: string): void {
  print(
    'Documented or observed',
    outcomes.filter(({ vector }) => vector.confidence !== 'inferred'),
  )
  print(
    'Inferred (a device may overturn these)',
    outcomes.filter(({ vector }) => vector.confidence === 'inferred'),
  )
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length
  if (remark) console.log(`\n${remark}`)
  console.log(`${count('passed')} passed, ${count('failed')} failed${count('skipped') ? `, ${count('skipped')} skipped` : ''}`)
}

function print(title: string, outcomes: readonly Outcome[]): void {
  if (outcomes.length === 0) return
  console.log(`\n${title}: ${new Set(outcomes.map(({ vector }) => vector.rule)).size} rules`)
  for (const { vector, status, problems } of outcomes) {
    const sign = { passed: '✓', failed: '✗', skipped: '–' }[status]
    console.log(
      `  ${sign} ${vector.id}  ${vector.rule.padEnd(10)} ${vector.api.padEnd(13)} ${String(vector.env.platform ?? 'android').padEnd(20)} ${status}`,
    )
    for (const problem of problems) if (status === 'failed') console.log(`      ${problem}`)
  }
}
