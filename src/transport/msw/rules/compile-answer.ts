import { textToBytes } from '../../../contract/byte-text.ts'
import type { Clock } from '../../../contract/clock.ts'
import { drawDelay } from '../../../contract/draw/draw-delay.ts'
import type { MockAnswer } from '../../../contract/mock/mock-rule.ts'
import { toJson } from '../../../contract/to-json.ts'
import { TransportFailure } from '../../../contract/transport.ts'
import { unreachable } from '../../../contract/unreachable.ts'
import { joinHeaders } from '../../join-headers.ts'
import { toHeaders } from '../../to-headers.ts'
import type { Hit } from './compile-match.ts'
import { compileMockjs } from './fill-mockjs.ts'
import { compileTemplate } from './fill-template.ts'
import type { RuleAnswer } from './rule-answer.ts'
import { type Piece, streamPieces, throttlePiece } from './stream-pieces.ts'

/** What an answer needs of its call. */
export interface AnswerContext {
  readonly hit: Hit
  readonly clock: Clock
  readonly signal: AbortSignal
  /** Seeds delays and templates that have no seed of their own. */
  readonly seed: string | number
}

/** Resolves when the answer is due. Rejects with a TransportFailure if the rule breaks the connection, and at once after an abort. */
export type Answering = (context: AnswerContext) => Promise<RuleAnswer>

type ResponseAnswer = Extract<MockAnswer, { kind: 'response' }>

/** Compiles the answer of a rule; `undefined` if it passes the call on to the network. */
export function compileAnswer(answer: MockAnswer): Answering | undefined {
  switch (answer.kind) {
    case 'response':
      return compileResponse(answer)
    case 'redirect': {
      const header = { Location: answer.to }
      const redirect = { status: answer.status ?? 302, headers: toHeaders(Object.entries(header)), header, cookies: [], body: null }
      return async () => redirect
    }
    case 'fail':
      return async (context) => {
        await waitFor(answer.delay, context)
        throw new TransportFailure(answer.error, 'mocked')
      }
    case 'hang':
      return ({ signal }) =>
        new Promise((_, reject) => {
          const end = () => reject(aborted())
          if (signal.aborted) end()
          else signal.addEventListener('abort', end, { once: true })
        })
    case 'passthrough':
    // Socket answers never reach HTTP calls.
    case 'socket':
      return undefined
    default:
      return unreachable(answer)
  }
}

function compileResponse(answer: ResponseAnswer): Answering {
  const { status = 200, chunks = [], throttle } = answer
  const body = compileBody(answer.body)
  const head = compileHead(answer, body.type)
  const headers = toHeaders(head.visible)
  const tail = chunks.map(
    ({ after, text, base64 }): Piece => ({ wait: after, bytes: base64 === undefined ? utf8.encode(text) : bytesOf(base64) }),
  )
  const tailSize = tail.reduce((sum, piece) => sum + piece.bytes.length, 0)
  const streams = throttle !== undefined || tail.length > 0
  const bodyless = BODYLESS.has(status)

  return async (context) => {
    const { hit, clock, signal } = context
    await waitFor(answer.delay, context)
    const bytes = body.fill(hit, clock, context.seed)
    const content = bodyless ? null : streams ? streamPieces(piecesOf(bytes, tail, throttle?.bytesPerSecond), clock, signal) : bytes
    return { status, headers, ...head.whole, body: content, size: bodyless ? 0 : bytes.length + tailSize }
  }
}

async function waitFor(delay: ResponseAnswer['delay'], { hit, clock, signal, seed }: AnswerContext): Promise<void> {
  const duration = drawDelay(delay, seed, hit.taken)
  if (duration > 0) await clock.sleep(duration, signal)
  if (signal.aborted) throw aborted()
}

const aborted = () => new TransportFailure('ERR_ABORTED')

/** Statuses for which `new Response` allows no body. */
const BODYLESS = new Set([204, 205, 304])
const utf8 = new TextEncoder()

function* piecesOf(body: Uint8Array<ArrayBuffer>, tail: readonly Piece[], bytesPerSecond: number | undefined): Generator<Piece> {
  const head = body.length > 0 ? [{ wait: 0, bytes: body }] : []
  for (const piece of [...head, ...tail]) {
    if (bytesPerSecond === undefined) yield piece
    else yield* throttlePiece(piece, bytesPerSecond)
  }
}

interface Body {
  /** The Content-Type, unless the rule sets one. */
  readonly type: string | undefined
  readonly fill: (hit: Hit, clock: Clock, seed: string | number) => Uint8Array<ArrayBuffer>
}

const JSON_TYPE = 'application/json; charset=utf-8'

function compileBody(body: ResponseAnswer['body']): Body {
  if (body === undefined) return ready(undefined, new Uint8Array())
  if ('json' in body) return ready(JSON_TYPE, utf8.encode(toJson(body.json)))
  if ('text' in body) return ready('text/plain; charset=utf-8', utf8.encode(body.text))
  if ('base64' in body) return ready('application/octet-stream', bytesOf(body.base64))
  if ('mockjs' in body) {
    const fill = compileMockjs(body.mockjs)
    return { type: JSON_TYPE, fill: (hit, clock, seed) => utf8.encode(toJson(fill(hit, clock, body.seed ?? seed))) }
  }
  const fill = compileTemplate(body.template)
  return { type: JSON_TYPE, fill: (hit, clock) => utf8.encode(toJson(fill(hit, clock))) }
}

const ready = (type: string | undefined, bytes: Uint8Array<ArrayBuffer>): Body => ({ type, fill: () => bytes })

/** Always valid base64: the parser of rules has checked it. */
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => textToBytes(base64, 'base64') ?? new Uint8Array()

/** The headers that handlers and the page may see, and those that the rule wrote: in its own spelling, Set-Cookie apart. */
function compileHead({ headers = {}, cookies = [] }: ResponseAnswer, type: string | undefined) {
  const lines = Object.entries(headers).flatMap(([name, value]) => [value].flat().map((line): [string, string] => [name, line]))
  if (type !== undefined && !lines.some(([name]) => name.toLowerCase() === 'content-type')) lines.unshift(['Content-Type', type])
  const visible = lines.filter(([name]) => !isSetCookie(name))
  const setCookies = [...lines.filter(([name]) => isSetCookie(name)).map(([, line]) => line), ...cookies]
  for (const line of cookies) lines.push([lines.find(([name]) => isSetCookie(name))?.[0] ?? 'Set-Cookie', line])
  return { visible, whole: { header: joinHeaders(lines), cookies: setCookies } }
}

const isSetCookie = (name: string): boolean => name.toLowerCase() === 'set-cookie'
