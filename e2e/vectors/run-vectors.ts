import { readFile } from 'node:fs/promises'
import { type Outcome, runVector } from './run-vector.ts'
import { problemsOf, type Vector } from './vector.ts'

/** Runs every vector of the files and prints what came of it. Resolves to how many failed. */
export async function runVectors(paths: readonly string[]): Promise<number> {
  const outcomes: Outcome[] = []
  for (const path of paths) {
    for (const vector of await readVectors(path)) outcomes.push(await runSafely(vector))
  }
  const inferred = outcomes.filter((outcome) => outcome.vector.confidence === 'inferred')
  print(
    'Documented or observed',
    outcomes.filter((outcome) => outcome.vector.confidence !== 'inferred'),
  )
  print('Inferred (a device may overturn these)', inferred)
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length
  console.log(`${count('passed')} passed, ${count('failed')} failed${count('skipped') ? `, ${count('skipped')} skipped` : ''}`)
  return count('failed')
}

async function readVectors(path: string): Promise<readonly Vector[]> {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new Error(`${path} cannot be read: ${cause.message}`)
  })
  const input: unknown = JSON.parse(text)
  const problems = problemsOf(input)
  if (problems.length > 0) throw new Error(`${path} holds no vectors: ${problems.slice(0, 5).join('; ')}`)
  return input as readonly Vector[]
}

async function runSafely(vector: Vector): Promise<Outcome> {
  try {
    return await runVector(vector)
  } catch (cause) {
    return { vector, status: 'failed', problems: [`threw ${cause instanceof Error ? cause.stack : String(cause)}`] }
  }
}

function print(title: string, outcomes: readonly Outcome[]): void {
  if (outcomes.length === 0) return
  console.log(`\n${title}`)
  for (const { vector, status, problems } of outcomes) {
    const sign = { passed: '✓', failed: '✗', skipped: '–' }[status]
    console.log(
      `  ${sign} ${vector.id}  ${vector.rule.padEnd(10)} ${vector.api.padEnd(13)} ${String(vector.env.platform ?? 'android').padEnd(20)} ${status}`,
    )
    for (const problem of problems) if (status === 'failed') console.log(`      ${problem}`)
  }
}
