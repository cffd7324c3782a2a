import { decodeValue, type ServerScript, type Step, type Vector } from './vector.ts'

type Written = Readonly<Record<string, unknown>>

/**
 * Reads an entry of a list as the vectors that it is, one for each platform that it names. Who writes a vector may leave out what is
 * empty, list the answers of a server one after another, and write a body as the object that it is the JSON of.
 */
export function readVectors(entry: unknown, index: number): readonly Vector[] {
  const { env = {}, options = {}, ...rest } = Object(entry) as Written
  const { platforms, platform = platforms, ...context } = Object(env) as Written
  const vector = {
    id: `[${index}]`,
    rule: '–',
    ...rest,
    api: String(rest['api'] ?? '').replace(/^wx\./, ''),
    options,
    ...('server' in rest && { server: readServer(rest['server']) }),
    ...(Array.isArray(rest['steps']) && { steps: rest['steps'].map(readStep) }),
  } as unknown as Vector
  if (platform === undefined) return [{ ...vector, env: context }]
  return [platform].flat().map((one) => ({ ...vector, env: { ...context, platform: one } }))
}

function readStep(step: Step): Step {
  return 'server' in step ? { ...step, server: readServer(step.server) as ServerScript | null } : step
}

function readServer(server: unknown): unknown {
  if (Array.isArray(server)) {
    return server.reduceRight<object | undefined>(
      (next, one) => Object.fromEntries([...Object.entries(Object(readServer(one))), ...(next ? [['then', next] as const] : [])]),
      undefined,
    )
  }
  if (typeof server !== 'object' || server === null) return server
  return Object.fromEntries(Object.entries(server).map(([key, value]) => [key, readField(key, value)]))
}

function readField(key: string, value: unknown): unknown {
  if (key === 'then') return readServer(value)
  if (key === 'body' && typeof value !== 'string') return value === null ? '' : JSON.stringify(decodeValue(value))
  return value
}
