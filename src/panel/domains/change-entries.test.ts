import { describe, expect, it } from 'vitest'
import type { DomainEntry } from '../../contract/event/domain-check.ts'
import { addLines, putBack } from './change-entries.ts'

const on = (origin: string): DomainEntry => ({ origin, enabled: true })

describe('lines that are added to a domain list', () => {
  it('are told one by one what came of them', () => {
    const text = [
      'https://api.example.com',
      '',
      ' https://API.example.com/ ',
      'http://a.com',
      'https://1.2.3.4',
      'https://*.a.com',
      'https://a.com/x',
    ].join('\n')
    const { entries, outcomes } = addLines('request', [], text)
    expect(entries).toEqual([on('https://api.example.com')])
    expect(outcomes.map((outcome) => [outcome.line, outcome.result === 'refused' ? outcome.why : outcome.result])).toEqual([
      [1, 'added'],
      [3, 'already'],
      [4, 'scheme'],
      [5, 'ip'],
      [6, 'wildcard'],
      [7, 'path'],
    ])
  })

  it('are wss in the list of sockets', () => {
    expect(addLines('socket', [], 'wss://ws.example.com').entries).toEqual([on('wss://ws.example.com')])
    expect(addLines('socket', [], 'https://ws.example.com').entries).toEqual([])
  })

  it('are not taken once the list holds 200 (DOM-12)', () => {
    const full = Array.from({ length: 199 }, (_, index) => on(`https://h${index}.example.com`))
    const { entries, outcomes } = addLines('request', full, 'https://a.com\nhttps://b.com\nhttps://h3.example.com')
    expect(entries).toHaveLength(200)
    expect(outcomes.map(({ result }) => result)).toEqual(['added', 'full', 'already'])
  })
})

it('puts a removed entry back where it was, but not twice', () => {
  const [a, b, c] = [on('https://a.com'), on('https://b.com'), on('https://c.com')]
  expect(putBack([a, c], b, 1)).toEqual([a, b, c])
  expect(putBack([a, b], b, 0)).toEqual([a, b])
})
