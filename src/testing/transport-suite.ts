import { describe, expect, it } from 'vitest'
import type { Clock } from '../contract/clock.ts'
import { headerValue } from '../contract/event/header-value.ts'
import type { Answer, Job, Outgoing, Route, Transport } from '../contract/transport.ts'

/** What the backend of the transport under test must answer; the suite asks for no more. */
export type Behaviour =
  | {
      readonly kind: 'response'
      readonly status: number
      readonly header: Readonly<Record<string, string>>
      /** Raw Set-Cookie lines. */
      readonly cookies: readonly string[]
      /** Sent one by one; a transport may cut or join them. */
      readonly chunks: readonly string[]
    }
  | { readonly kind: 'hang' }
  /** The connection breaks before any answer. */
  | { readonly kind: 'fail' }

export interface TransportUnderTest {
  readonly transport: Transport
  readonly clock: Clock
  /** An absolute url under which the backend gives this answer. */
  address(behaviour: Behaviour): string
  /** False where a page cannot see Set-Cookie, as with plain fetch. Default true. */
  readonly seesCookies?: boolean
  /** Lets time pass on a clock that stands still by itself. */
  pass?(): Promise<void>
  close?(): Promise<void>
}

/** The rules that every transport keeps. `make` gives a fresh one for each test. */
export function transportSuite(name: string, make: () => TransportUnderTest | Promise<TransportUnderTest>): void {
  describe(`the ${name} transport`, () => {
    it('gives the status, the header and the body of an answer', async () => {
      await withTransport(async ({ send, address }) => {
        const url = address(json(200, '{"a":1}'))
        const answer = await answered(send({ url }))
        expect(answer.statusCode).toBe(200)
        expect(headerOf(answer, 'content-type')).toContain('application/json')
        expect(await textOf(answer)).toBe('{"a":1}')
      })
    })

    it('takes a 404 for an answer like any other', async () => {
      await withTransport(async ({ send, address }) => {
        const answer = await answered(send({ url: address(json(404, '{"e":"nf"}')) }))
        expect([answer.statusCode, await textOf(answer)]).toEqual([404, '{"e":"nf"}'])
      })
    })

    it('keeps Set-Cookie lines apart', async () => {
      await withTransport(async ({ send, address, seesCookies = true }) => {
        const cookies = ['a=1; Path=/', 'b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT']
        const answer = await answered(send({ url: address({ ...json(200, '{}'), cookies }) }))
        expect(answer.cookies).toEqual(seesCookies ? cookies : [])
      })
    })

    it('says an empty list when there were no cookies', async () => {
      await withTransport(async ({ send, address }) => {
        expect((await answered(send({ url: address(json(200, '{}')) }))).cookies).toEqual([])
      })
    })

    it('gives the pieces of a body in order, with no byte changed', async () => {
      await withTransport(async ({ send, address }) => {
        const chunks = ['第一段 ', 'second ', '三']
        const answer = await answered(send({ url: address({ ...json(200, ''), chunks }) }))
        expect(await textOf(answer)).toBe(chunks.join(''))
      })
    })

    it('gives no pieces for an empty body', async () => {
      await withTransport(async ({ send, address }) => {
        expect(await textOf(await answered(send({ url: address(json(200, '')) })))).toBe('')
      })
    })

    it('gives a redirect back as it is when the caller wants to see it', async () => {
      await withTransport(async ({ send, address }) => {
        const url = address({ ...json(302, ''), header: { Location: 'https://b.example.com/y' } })
        const outcome = await send({ url, redirect: 'manual' }).then(
          (route) => route?.answer,
          (thrown: unknown) => thrown,
        )
        const answer = outcome as Answer
        expect([answer.statusCode, headerOf(answer, 'location')]).toEqual([302, 'https://b.example.com/y'])
      })
    })

    it('says that a call failed by rejecting its answer with the name of a net error', async () => {
      await withTransport(async ({ send, address }) => {
        const route = await send({ url: address({ kind: 'fail' }) })
        await expect(route?.answer).rejects.toMatchObject({ name: 'TransportFailure', failure: expect.stringMatching(/^ERR_/) })
      })
    })

    it('lets go of a call that hangs when it is aborted', async () => {
      await withTransport(async ({ send, address, abort }) => {
        const route = await send({ url: address({ kind: 'hang' }) })
        const outcome = route?.answer.then(
          () => 'answered',
          () => 'let go',
        )
        expect(await Promise.race([outcome, neverLongerThan(50)])).toBe('too long')
        abort()
        // Silence for ever is as good as a rejection: the caller has gone.
        expect(await Promise.race([outcome, neverLongerThan(200)])).not.toBe('answered')
      })
    })

    it('ends the body when the call is aborted in the middle', async () => {
      await withTransport(async ({ send, address, abort }) => {
        const answer = await answered(send({ url: address(json(200, '{"a":1}')) }))
        abort()
        const rest = textOf(answer).then(
          () => 'ended',
          () => 'ended',
        )
        expect(await Promise.race([rest, neverLongerThan(1000)])).toBe('ended')
      })
    })
  })

  async function withTransport(test: (tools: Tools) => Promise<void>): Promise<void> {
    const made = await make()
    const abort = new AbortController()
    const job: Job = { signal: abort.signal, clock: made.clock }
    let calls = 0
    try {
      await test({
        address: made.address,
        ...(made.seesCookies !== undefined && { seesCookies: made.seesCookies }),
        abort: () => abort.abort(),
        send: async (partial) => {
          const route = await made.transport.send({ ...GET, taskId: `suite-${++calls}`, ...partial }, job)
          await made.pass?.()
          return route
        },
      })
    } finally {
      abort.abort()
      await made.close?.()
    }
  }
}

interface Tools {
  readonly address: TransportUnderTest['address']
  readonly seesCookies?: boolean
  send(outgoing: Partial<Outgoing> & { url: string }): Promise<Route | undefined>
  abort(): void
}

const GET = {
  api: 'request',
  method: 'GET',
  header: [['content-type', 'application/json']],
  body: undefined,
  redirect: 'follow',
} as const satisfies Partial<Outgoing>

function json(status: number, body: string): Extract<Behaviour, { kind: 'response' }> {
  return { kind: 'response', status, header: { 'Content-Type': 'application/json' }, cookies: [], chunks: body === '' ? [] : [body] }
}

async function answered(sending: Promise<Route | undefined>): Promise<Answer> {
  const route = await sending
  expect(route, 'the transport did not take the call').toBeDefined()
  return (route as Route).answer
}

function headerOf({ header }: Answer, name: string): string | undefined {
  return headerValue(header, name)
}

async function textOf({ chunks }: Answer): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of chunks) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}

/** Real time on purpose: it only bounds how long a broken transport can hold up the suite. */
function neverLongerThan(duration: number): Promise<'too long'> {
  return new Promise((resolve) => {
    AbortSignal.timeout(duration).addEventListener('abort', () => resolve('too long'))
  })
}
