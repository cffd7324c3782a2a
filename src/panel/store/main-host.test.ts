import { describe, expect, it } from 'vitest'
import { MainHost } from './main-host.ts'

function hostsAfter(...urls: readonly string[]): string[] {
  const main = new MainHost()
  return urls.map((url) => {
    main.add(url)
    return main.host
  })
}

describe('MainHost', () => {
  it('is the host of the first call, and stays so when another becomes that of most calls', () => {
    const many = Array.from({ length: 50 }, () => 'https://cdn.example/image')
    expect(new Set(hostsAfter(...Array(3).fill('https://api.example/a'), ...many))).toEqual(new Set(['api.example']))
  })

  it('is the first to be called three times where the first call went somewhere else', () => {
    expect(
      hostsAfter('https://log.example/', 'https://api.example/1', 'https://api.example/2', 'https://api.example/3', 'https://log.example/'),
    ).toEqual(['log.example', 'log.example', 'log.example', 'api.example', 'api.example'])
  })

  it('is decided where every call goes to another host', () => {
    const hosts = hostsAfter(
      ...Array.from({ length: 150 }, (_, host) => `https://h${host}.example/`),
      ...Array(3).fill('https://late.example/'),
    )
    expect(hosts.at(-1)).toBe('h0.example')
  })
})
