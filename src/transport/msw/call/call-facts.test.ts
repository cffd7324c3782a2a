import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Outgoing } from '../../../contract/transport.ts'
import { factsOfCall } from './call-facts.ts'

const call = (url: string) => factsOfCall({ api: 'request', method: 'get', url, header: [] } as unknown as Outgoing)

const part = (...texts: string[]) => fc.array(fc.constantFrom(...texts), { maxLength: 6 }).map((parts) => parts.join(''))
const address = fc
  .tuple(
    fc.constantFrom('http://', 'https://', 'HTTPS://'),
    part('api', 'a-b', 'xn--', '1', '0x7f', '.', 'A', '_', 'ß'),
    fc.constantFrom('example.com', 'test', '1', 'com.', 'example.com:443', 'example.com:8080', 'u@example.com'),
    fc.constantFrom('', '/'),
    part('goods', '.', '..', '/', '%2e', '%E5', '中', ' ', '~', '-x', ';', "'", '\\', '_1.html'),
    fc.constantFrom('', '?', '?a=1&b=2', '#x', '?a=/../#'),
  )
  .map((parts) => parts.join(''))

it('the address of a call is what URL makes of it, without query and hash', () => {
  fc.assert(
    fc.property(address.filter(URL.canParse), (url) => {
      const { origin, pathname, searchParams } = new URL(url)
      const facts = call(url)
      expect(facts.url).toBe(`${origin}${pathname}`)
      expect([...facts.query]).toEqual([...searchParams])
    }),
    { numRuns: 2000 },
  )
})

// A pattern that goes back and forth would not end within the time of a test.
it('a long path with something escaped at its end is read', () => {
  const url = `https://api.example.com/${'a'.repeat(50_000)}/${'b/'.repeat(20_000)}%20`
  expect(call(url).url).toBe(url)
})
