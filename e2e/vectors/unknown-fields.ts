import type { SentMessage, ServerScript, Step, Vector } from './vector.ts'

const VECTOR: ReadonlySet<string> = new Set<keyof Vector>([
  'id',
  'rule',
  'api',
  'env',
  'options',
  'server',
  'steps',
  'expect',
  'source',
  'confidence',
  'note',
])

const SERVER: ReadonlySet<string> = new Set<keyof ServerScript>([
  'status',
  'headers',
  'body',
  'bodyHex',
  'bodyZeros',
  'chunks',
  'chunkDelayMs',
  'delayMs',
  'hang',
  'error',
  'ws',
  'protocol',
  'send',
  'messages',
  'frames',
  'echo',
  'close',
  'then',
])

/** What a vector or its server says that this runner does not understand: a rule would count as held that nobody looked at. */
export function unknownFields(vector: Vector): readonly string[] {
  const servers = [
    ['server', vector.server] as const,
    ...(vector.steps ?? []).map((step, at) => [`steps[${at}].server`, step.server] as const),
  ]
  return [
    ...(vector.api ? [] : ['api is missing']),
    ...(vector.expect ? [] : ['expect is missing']),
    ...unknown('', vector, VECTOR),
    ...servers.flatMap(([place, server]) => unknownOfServer(`${place}.`, server)),
    ...(vector.steps ?? []).flatMap((step, at) => idle(`steps[${at}]`, step)),
  ]
}

function unknownOfServer(place: string, server: ServerScript | null | undefined): readonly string[] {
  if (!server) return []
  const own = new Set([...SERVER, ...Object.keys(saidOtherwise(server))])
  return [...unknown(place, server, own), ...unknownOfServer(`${place}then.`, server.then)]
}

function unknown(place: string, given: object, known: ReadonlySet<string>): readonly string[] {
  return Object.keys(given).flatMap((key) => (known.has(key) ? [] : [`this runner does not know the field ${place}${key}`]))
}

/**
 * No rule of the format names the field for what a server says on a socket: any list of messages is taken for it.
 */
export function saidOtherwise(server: ServerScript): Readonly<Record<string, readonly SentMessage[]>> {
  if (server.ws === undefined) return {}
  return Object.fromEntries(
    Object.entries(server).filter(([key, value]) => !SERVER.has(key) && Array.isArray(value) && value.every(isMessage)),
  )
}

function isMessage(value: unknown): boolean {
  return typeof value === 'string' || ['$hex', '$arraybuffer'].some((key) => key in Object(value))
}

/** In a step with a call every other field is an option of the call, save for expectations that nobody would look at; without one it must be something to do. */
function idle(place: string, step: Step): readonly string[] {
  if (step.call !== undefined) return 'expect' in step ? [`this runner does not know the field ${place}.expect`] : []
  return Object.keys(step).flatMap((key) => (WITHOUT_CALL.has(key) ? [] : [`this runner does not know the field ${place}.${key}`]))
}

const WITHOUT_CALL = new Set<string>(['server', 'await', 'waitMs', 'appHide', 'appShow', 'note'])
