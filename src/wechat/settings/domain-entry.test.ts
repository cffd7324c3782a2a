import { describe, expect, it } from 'vitest'
import { readDomainEntry } from './domain-entry.ts'

const why = (text: string, list: 'request' | 'socket' = 'request') => {
  const reading = readDomainEntry(list, text)
  return reading.ok ? reading.origin : reading.why
}

describe('an entry of a domain list', () => {
  it('is an https origin, in lower case, without the slash of the address bar', () => {
    expect(readDomainEntry('request', ' https://API.Example.com/ ')).toEqual({ ok: true, origin: 'https://api.example.com' })
  })

  it('keeps its port as it is written, 443 too (DOM-4)', () => {
    expect(why('https://api.example.com:8443')).toBe('https://api.example.com:8443')
    expect(why('https://api.example.com:443')).toBe('https://api.example.com:443')
  })

  it('is wss for sockets and https for the three others (DOM-14)', () => {
    expect(why('wss://ws.example.com', 'socket')).toBe('wss://ws.example.com')
    expect(why('https://ws.example.com', 'socket')).toBe('scheme')
    expect(why('wss://ws.example.com')).toBe('scheme')
    expect(why('http://api.example.com')).toBe('scheme')
    expect(why('api.example.com')).toBe('scheme')
    expect(readDomainEntry('uploadFile', 'https://up.example.com').ok).toBe(true)
    expect(readDomainEntry('downloadFile', 'https://down.example.com').ok).toBe(true)
  })

  it('is no IP address and not localhost (DOM-7)', () => {
    for (const ip of ['https://192.168.1.6', 'https://8.8.8.8:443', 'https://[::1]', 'https://2130706433', 'https://0x7f.1'])
      expect(why(ip), ip).toBe('ip')
    expect(why('https://localhost:8080')).toBe('localhost')
  })

  it('is not api.weixin.qq.com (DOM-8)', () => {
    expect(why('https://api.weixin.qq.com')).toBe('reserved-host')
    expect(why('https://API.weixin.qq.com:443')).toBe('reserved-host')
  })

  it('has no wildcard (DOM-3) and no path', () => {
    expect(why('https://*.example.com')).toBe('wildcard')
    expect(why('https://api.example.com/v1')).toBe('path')
    expect(why('https://api.example.com?x')).toBe('path')
    expect(why('https://api.example.com\\@evil.example')).toBe('path')
  })

  it('may be written in Chinese, and is kept as punycode', () => {
    expect(why('https://中文.com')).toBe('https://xn--fiq228c.com')
  })

  it('must be a domain', () => {
    expect(why('')).toBe('empty')
    for (const text of [
      'https://',
      'https://com',
      'https://a..com',
      'https://-a.com',
      'https://a.com:0',
      'https://a.com:65536',
      'https://user@a.com',
      'https://a b.com',
      'https://a.com:x',
    ]) {
      expect(why(text), text).toBe('malformed')
    }
  })
})
