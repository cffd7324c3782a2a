import { createFakeClock } from './fake-clock.ts'
import { createScriptedTransport, type Script } from './scripted-transport.ts'
import { type Behaviour, transportSuite } from './transport-suite.ts'

transportSuite('scripted', () => {
  const scripts = new Map<string, Script>()
  return {
    clock: createFakeClock(),
    transport: createScriptedTransport(({ url }) => scripts.get(url) ?? { declines: true }),
    address(behaviour) {
      const url = `https://api.example.com/${scripts.size}`
      scripts.set(url, scriptOf(behaviour))
      return url
    },
  }
})

function scriptOf(behaviour: Behaviour): Script {
  switch (behaviour.kind) {
    case 'response':
      return { status: behaviour.status, header: behaviour.header, cookies: behaviour.cookies, chunks: behaviour.chunks }
    case 'hang':
      return { hang: true }
    case 'fail':
      return { fails: 'ERR_CONNECTION_REFUSED' }
  }
}
