import { expect, it } from 'vitest'
import type { Outgoing, Transport } from '../contract/transport.ts'
import { createFakeClock } from '../testing/fake-clock.ts'
import { createScriptedTransport } from '../testing/scripted-transport.ts'
import { firstAnswer } from './first-answer.ts'
import { createRefuseTransport } from './refuse-transport.ts'

const outgoing: Outgoing = {
  taskId: 't',
  api: 'request',
  method: 'GET',
  url: 'https://a.cn/',
  header: [],
  body: undefined,
  redirect: 'follow',
}
const send = (transport: Transport, signal = new AbortController().signal) => transport.send(outgoing, { signal, clock: createFakeClock() })

it('asks the transports in turn until one takes the call', async () => {
  const [declines, takes, never] = [
    createScriptedTransport({ declines: true }),
    createScriptedTransport({ by: 'fetch' }),
    createScriptedTransport(),
  ]
  expect(await send(firstAnswer(declines, takes, never))).toMatchObject({ by: 'fetch' })
  expect([declines.sent.length, takes.sent.length, never.sent.length]).toEqual([1, 1, 0])
})

it('leaves a call to nobody when all decline', async () => {
  expect(await send(firstAnswer(createScriptedTransport({ declines: true })))).toBeUndefined()
})

it('asks nobody else once the call is aborted', async () => {
  const second = createScriptedTransport()
  await send(firstAnswer(createScriptedTransport({ declines: true }), second), AbortSignal.abort())
  expect(second.sent).toEqual([])
})

it('refuses every call at the end of a chain that must not reach the network', async () => {
  const route = await send(createRefuseTransport('no-rule'))
  await expect(route?.answer).rejects.toMatchObject({ failure: 'ERR_FAILED', hint: 'no-rule' })
})
