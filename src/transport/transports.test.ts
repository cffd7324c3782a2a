import { createClock } from '../contract/clock.ts'
import { createDisposables } from '../contract/disposables.ts'
import type { MockAnswer, MockRule } from '../contract/mock/mock-rule.ts'
import { DEFAULT_SETTINGS } from '../contract/settings.ts'
import { createFakeClock } from '../testing/fake-clock.ts'
import { startLoopbackServer } from '../testing/loopback-server.ts'
import { type Behaviour, type TransportUnderTest, transportSuite } from '../testing/transport-suite.ts'
import { createMswNetwork } from './msw/network.ts'
import { createFetchTransport } from './network/fetch-transport.ts'
import { createSimulatedNetwork } from './simulated/simulated-network.ts'

function ruleAnswer(behaviour: Behaviour): MockAnswer {
  if (behaviour.kind === 'hang') return { kind: 'hang' }
  if (behaviour.kind === 'fail') return { kind: 'fail', error: 'ERR_CONNECTION_RESET' }
  const { status, header, cookies, chunks } = behaviour
  return { kind: 'response', status, headers: header, cookies, chunks: chunks.map((text) => ({ after: 0, text })) }
}

function mswUnderTest(): TransportUnderTest {
  const clock = createFakeClock()
  const rules: MockRule[] = []
  const network = createMswNetwork({ clock, serviceWorker: false, environment: () => DEFAULT_SETTINGS, onPageEvent: () => {} })
  return {
    transport: network.transport,
    clock,
    address(behaviour) {
      const url = `https://api.example.com/${rules.length}`
      rules.push({ id: url, name: url, enabled: true, when: { url }, respond: ruleAnswer(behaviour) })
      network.setRules(rules)
      return url
    },
    pass: () => clock.tick(10),
    close: () => network.dispose(),
  }
}

transportSuite('MSW', mswUnderTest)

transportSuite('MSW behind a simulated network', () => {
  const under = mswUnderTest()
  const clock = createClock()
  const transport = createSimulatedNetwork(under.transport, { conditions: () => DEFAULT_SETTINGS.conditions })
  return { ...under, clock, transport }
})

transportSuite('fetch', async () => {
  const behaviours: Behaviour[] = []
  const server = await startLoopbackServer((request, response) => {
    const behaviour = behaviours[Number(request.url?.slice(1))]
    if (!behaviour || behaviour.kind === 'fail') return request.socket.destroy()
    if (behaviour.kind === 'hang') return
    response.writeHead(behaviour.status, {
      ...behaviour.header,
      ...(behaviour.cookies.length > 0 && { 'Set-Cookie': [...behaviour.cookies] }),
    })
    for (const chunk of behaviour.chunks) response.write(chunk)
    response.end()
  })
  return {
    transport: createFetchTransport(createDisposables()),
    clock: createClock(),
    address: (behaviour) => `${server.origin}/${behaviours.push(behaviour) - 1}`,
    close: server.close,
  }
})
