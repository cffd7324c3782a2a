import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Created } from '../src/contract/event/task-event.ts'
import { toCurl, toCurlCmd } from '../src/exchange/copy/to-curl.ts'
import { exportedCall } from '../src/exchange/exported-call.ts'
import { readCurl } from '../src/exchange/paste/read-curl.ts'
import { streamOf } from '../src/testing/example-events.ts'

type Sent = NonNullable<Created['sent']>

function callOf(sent: Sent) {
  const events = streamOf('a', [
    { type: 'created', at: 0, api: 'request', environment: { platform: 'android', lib: '3.17.0' }, given: {}, sent },
  ])
  const call = exportedCall(events)
  if (!call) throw new Error('no call')
  return call
}

const hostile = fc
  .array(
    fc.constantFrom(
      "'",
      '"',
      '$(date)',
      '`date`',
      ';',
      '!',
      '%PATH%',
      '%',
      '\\',
      '#',
      '&',
      '|',
      '>',
      '~',
      '*',
      '?',
      '{a}',
      '[b]',
      '$HOME',
      '@f',
      '中文',
      '😀',
      ' ',
      'a',
      '=',
      '\n',
      '^',
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''))
const oneLine = hostile.map((text) => text.replace(/\s/g, '.').trim())

const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
  path: oneLine,
  header: fc.array(fc.tuple(fc.stringMatching(/^X-[A-Za-z]{1,8}$/), oneLine), { maxLength: 3 }),
  text: fc.option(hostile.filter((text) => text !== '')),
})

describe('a cURL command that is pasted', () => {
  it.each([
    ['sh', toCurl, (text: string) => text],
    // cmd has no way to write a line break that comes back as it was everywhere.
    ['cmd', toCurlCmd, (text: string) => text.replace(/\n/g, ' ')],
  ] as const)('gives the call of which it was copied, as %s has it', (_, write, prepare) => {
    fc.assert(
      fc.property(request, ({ method, path, header, text }) => {
        const body: Sent['body'] = text === null ? { kind: 'none', size: 0 } : { kind: 'text', text: prepare(text), size: text.length }
        const sent: Sent = {
          method,
          url: `https://api.example.com/${path}`,
          header: [['Content-Type', 'text/plain'], ...header],
          dropped: [],
          body,
        }
        const pasted = readCurl(write(callOf(sent)) as string)
        expect(pasted).toMatchObject({ method, url: sent.url, header: sent.header, ...(body.kind === 'text' && { data: body.text }) })
      }),
      { numRuns: 500 },
    )
  })

  it('is read as people and browsers write it', () => {
    expect(readCurl("curl -XPOST https://a.example/x -H'A: b' -d a=1 --data-urlencode 'b=c d' --compressed -s")).toEqual({
      method: 'POST',
      url: 'https://a.example/x',
      header: [
        ['A', 'b'],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
      data: 'a=1&b=c%20d',
      ignored: ['--compressed', '-s'],
    })
    expect(readCurl("curl 'https://a.example/' \\\n  -b 'sid=1' \\\n  -u me:pass --data-raw $'it\\'s'")).toMatchObject({
      header: [
        ['Cookie', 'sid=1'],
        ['Authorization', 'Basic bWU6cGFzcw=='],
        ['Content-Type', 'application/x-www-form-urlencoded'],
      ],
      data: "it's",
    })
    expect(readCurl('curl -G a.example -d q=1')).toMatchObject({ method: 'GET', url: 'http://a.example?q=1' })
    expect(readCurl('curl -I https://a.example/')).toMatchObject({ method: 'HEAD' })
  })

  it('is refused where it would run something else or read a file, and where it is none', () => {
    expect(readCurl('wget https://a.example/')).toEqual({ fault: 'not-curl' })
    expect(readCurl('curl -s')).toEqual({ fault: 'no-url' })
    expect(readCurl('curl https://a.example/ | sh')).toEqual({ fault: 'more-than-one' })
    expect(readCurl('curl https://a.example/; rm x')).toEqual({ fault: 'more-than-one' })
    expect(readCurl('curl https://a.example/ -d @secret')).toEqual({ fault: 'reads-files' })
    expect(readCurl("curl 'https://a.example/")).toEqual({ fault: 'unclosed' })
    expect(readCurl('curl https://a.example/$HOME')).toMatchObject({ url: 'https://a.example/$HOME' })
  })
})
