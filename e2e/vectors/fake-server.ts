import type { MockAnswer, MockRule } from '../../src/contract/mock-rule.ts'
import type { Outgoing, Transport } from '../../src/contract/transport.ts'
import { bytesOfHex, type ServerScript } from './vector.ts'

/** What a vector's server was sent, as it reached the wire. */
export interface SeenRequest {
  readonly at: number
  readonly outgoing: Outgoing
}

/** Writes down each request before a rule answers it. */
export function recordRequests(transport: Transport, seen: SeenRequest[]): Transport {
  return {
    send(outgoing, job) {
      seen.push({ at: job.clock.now(), outgoing })
      return transport.send(outgoing, job)
    },
  }
}

/** A vector's server as one mock rule, so that the vectors run through the same rules that people write. */
export function ruleOf(server: ServerScript | null | undefined): MockRule {
  const answers: MockAnswer[] = []
  for (let script = server ?? { status: 599, body: 'this server must not be reached' }; script; script = script.then as ServerScript) {
    answers.push(answerOf(script))
    if (!script.then) break
  }
  return {
    id: 'server',
    name: 'fake server',
    enabled: true,
    when: { url: '/^https?:/' },
    respond: answers.length > 1 ? { mode: 'sequence', answers } : answers[0]!,
  }
}

function answerOf(script: ServerScript): MockAnswer {
  if (script.error) return { kind: 'fail', error: script.error, ...(script.delayMs ? { delay: script.delayMs } : {}) }
  if (script.hang) return { kind: 'hang' }
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
              ? { after: 0, text: chunk }
              : { after: 0, base64: base64Of(bytesOfHex(chunk.$hex ?? chunk.$arraybuffer ?? '')) },
          ),
        }
      : {}),
  }
}

function bodyOf(script: ServerScript): { text: string } | { base64: string } | undefined {
  if (script.bodyHex !== undefined) return { base64: base64Of(bytesOfHex(script.bodyHex)) }
  if (script.bodyZeros !== undefined) return { base64: base64Of(new Uint8Array(script.bodyZeros)) }
  return script.body === undefined ? undefined : { text: script.body }
}

function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
