import type { MockAnswer, MockRule } from '../../src/contract/mock/mock-rule.ts'
import type { Outgoing, Transport } from '../../src/contract/transport.ts'
import { bytesOfHex, type ServerScript } from './vector.ts'

/** What a vector's server was sent, as it reached the wire. */
export interface SentRequest {
  readonly at: number
  readonly outgoing: Outgoing
}

/** The same once its bytes and its form were read. */
export interface SeenRequest extends SentRequest {
  readonly body: Uint8Array
  /** Of a multipart body, taken apart by the parser of the platform. */
  readonly form: FormData | undefined
}

/** Writes down each request before a rule answers it. */
export function recordRequests(transport: Transport, sent: SentRequest[]): Transport {
  return {
    send(outgoing, job) {
      sent.push({ at: job.clock.now(), outgoing })
      return transport.send(outgoing, job)
    },
  }
}

/** Reads what was sent, as a server would. */
export async function readRequest(request: SentRequest): Promise<SeenRequest> {
  const { body, header } = request.outgoing
  const bytes = body instanceof Blob ? new Uint8Array(await body.arrayBuffer()) : (body ?? new Uint8Array())
  const type = header.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  const form = /^multipart\/form-data;.*boundary=/.test(type)
    ? await new Response(bytes as BodyInit, { headers: { 'content-type': type } }).formData()
    : undefined
  return { ...request, body: bytes, form }
}

/** More zeros than this go on the wire as they are asked for: no rule holds hundreds of megabytes. */
const MOST_IN_A_RULE = 1024 * 1024

/** Fills in the zeros that are too many for a rule, behind the head that the rule gives. */
export function fillZeros(transport: Transport, server: ServerScript | null | undefined): Transport {
  const size = server?.bodyZeros ?? 0
  if (size <= MOST_IN_A_RULE) return transport
  return {
    async send(outgoing, job) {
      const route = await transport.send(outgoing, job)
      return route && { ...route, answer: route.answer.then((answer) => ({ ...answer, chunks: zeros(size), expectedSize: size })) }
    },
  }
}

async function* zeros(size: number): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(MOST_IN_A_RULE)
  for (let left = size; left > 0; left -= piece.length) yield piece.subarray(0, left)
}

const NOT_TO_BE_REACHED: ServerScript = { status: 599, body: 'this server must not be reached' }

/** A vector's server as one mock rule, so that the vectors run through the same rules that people write. */
export function ruleOf(server: ServerScript | null | undefined): MockRule {
  const answers: MockAnswer[] = []
  for (let script = server === undefined ? {} : (server ?? NOT_TO_BE_REACHED); script; script = script.then as ServerScript) {
    answers.push(answerOf(script))
    if (!script.then) break
  }
  return {
    id: 'server',
    name: 'fake server',
    enabled: true,
    when: { url: '/^http/' },
    respond: answers.length > 1 ? { mode: 'sequence', answers } : answers[0]!,
  }
}

function answerOf(script: ServerScript): MockAnswer {
  if (script.error) return { kind: 'fail', error: script.error, ...(script.delayMs ? { delay: script.delayMs } : {}) }
  if (script.hang) return { kind: 'hang' }
  const after = script.chunkDelayMs ?? 0
  return {
    kind: 'response',
    status: script.status ?? 200,
    headers: script.headers ?? {},
    ...(bodyOf(script) ? { body: bodyOf(script)! } : {}),
    ...(script.delayMs ? { delay: script.delayMs } : {}),
    ...(script.chunks
      ? {
          chunks: script.chunks.map((chunk) =>
            typeof chunk === 'string'
              ? { after, text: chunk }
              : { after, base64: base64Of(bytesOfHex(chunk.$hex ?? chunk.$arraybuffer ?? '')) },
          ),
        }
      : {}),
  }
}

function bodyOf(script: ServerScript): { text: string } | { base64: string } | undefined {
  if (script.bodyHex !== undefined) return { base64: base64Of(bytesOfHex(script.bodyHex)) }
  if (script.bodyZeros !== undefined && script.bodyZeros <= MOST_IN_A_RULE) return { base64: base64Of(new Uint8Array(script.bodyZeros)) }
  return script.body === undefined ? undefined : { text: script.body }
}

function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
