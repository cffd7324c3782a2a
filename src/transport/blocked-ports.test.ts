import { expect, it } from 'vitest'
import { isPortBlocked } from './blocked-ports.ts'

/** Node's own fetch follows the same standard, and says `bad port` before it opens anything. */
async function isRefusedByFetch(port: number): Promise<boolean> {
  const failure: unknown = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.abort() }).catch((cause: unknown) => cause)
  if ((failure as Error).name === 'AbortError') {
    const again: unknown = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(200) }).catch((cause: unknown) => cause)
    return String((again as Error).cause).includes('bad port')
  }
  return String((failure as Error).cause).includes('bad port')
}

it.each([1, 7, 22, 25, 53, 110, 143, 465, 587, 993, 2049, 4190, 5060, 6000, 6566, 6665, 6669, 6697, 10080])(
  'blocks port %i, as fetch does',
  async (port) => {
    expect(isPortBlocked(`http://127.0.0.1:${port}/x`)).toBe(true)
    expect(await isRefusedByFetch(port)).toBe(true)
  },
)

it.each(['http://a:b@a.example:6000/', 'http://a.example:\t6000/', 'http:a.example:6000', ' http://a.example:6000'])(
  'blocks %j, as a browser reads it',
  (url) => expect(isPortBlocked(url)).toBe(true),
)

it.each([
  'http://a.example/',
  'https://a.example:443/',
  'ws://127.0.0.1:8080/',
  'http://127.0.0.1:6001/',
  'wss://a.example:10443/',
  'http://a.example/x:6000?y:6000#z:6000',
  'http://a:6000@a.example/',
])('lets %s pass', (url) => {
  expect(isPortBlocked(url)).toBe(false)
})
