import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Created } from '../src/contract/event/task-event.ts'
import { toCurl } from '../src/exchange/copy/to-curl.ts'
import { type ExportedCall, exportedCall } from '../src/exchange/exported-call.ts'
import { streamOf } from '../src/testing/example-events.ts'

type Sent = NonNullable<Created['sent']>

function callOf(sent: Partial<Sent>): ExportedCall {
  const whole: Sent = { method: 'GET', url: 'https://api.example.com/', header: [], dropped: [], body: { kind: 'none', size: 0 }, ...sent }
  const [event] = streamOf('a', [
    { type: 'created', at: 0, api: 'request', environment: { platform: 'android', lib: '3.17.0' }, given: {}, sent: whole },
  ])
  return exportedCall(event ? [event] : []) as ExportedCall
}

/** Written behind the words of a command. */
const END = '\u001e'

/** What a shell makes of a text that a developer pastes: the words that curl would get. `planted` is set by whatever else is run. */
function runIn(shell: 'sh' | 'bash', commands: readonly string[]): readonly (readonly string[])[] {
  const script = `planted() { echo PLANTED >&2; }\ncurl() { for word in "$@"; do printf '%s\\0' "$word"; done; printf '\\036\\0'; }\n${commands.join('\n')}\n`
  const { stdout, stderr, status } = spawnSync(shell, ['-s'], { input: script, maxBuffer: 2 ** 28, env: { PATH: '/usr/bin:/bin' } })
  expect({ status, stderr: stderr.toString() }).toEqual({ status: 0, stderr: '' })
  return stdout
    .toString()
    .split(`${END}\0`)
    .slice(0, -1)
    .map((words) => words.split('\0').slice(0, -1))
}

/** Texts that shells have opinions about. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '$(planted)',
        '`planted`',
        ';planted;',
        '\n',
        '\r\n',
        '!',
        '!!',
        '%PATH%',
        '%',
        '\\',
        '\\n',
        '#',
        '&',
        '|',
        '>',
        '~',
        '*',
        '?',
        '{a,b}',
        '$HOME',
        '@file',
        '中文',
        '😀',
        '\t',
        '\u2028',
        ' ',
      ),
      fc.string({ maxLength: 6, unit: 'binary' }).map((text) =>
        text
          .replaceAll('\0', '')
          .replaceAll(END, '')
          .replace(/\p{Cs}/gu, ''),
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const request = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'),
  path: hostile,
  header: fc.array(
    fc.tuple(
      fc.stringMatching(/^[A-Za-z][\w-]{0,9}$/),
      hostile.map((text) => text.replace(/[\r\n]/g, '')),
    ),
    { maxLength: 3 },
  ),
  text: fc.option(hostile.filter((text) => text !== '')),
})

describe('a request as a cURL command', () => {
  it.each(['sh', 'bash'] as const)('gives curl in %s the very words, and runs nothing else, for a thousand requests', (shell) => {
    const requests = fc.sample(request, { numRuns: 1000, seed: 7 })
    const wanted: string[][] = []
    const commands = requests.map(({ method, path, header, text }) => {
      const url = `https://api.example.com/${path}`
      const body: Sent['body'] = text === null ? { kind: 'none', size: 0 } : { kind: 'text', text, size: text.length }
      const sent = header.filter(([name]) => !/^(?:accept-encoding|content-length|host)$/i.test(name))
      wanted.push([
        url,
        ...(/[[\]{}]/.test(url) ? ['--globoff'] : []),
        ...(method === 'HEAD' ? ['--head'] : method === (text === null ? 'GET' : 'POST') ? [] : ['-X', method]),
        ...sent.flatMap(([name, value]) => ['-H', value === '' ? `${name};` : `${name}: ${value}`]),
        ...(text !== null && !sent.some(([name]) => /^content-type$/i.test(name)) ? ['-H', 'Content-Type:'] : []),
        ...(text === null ? [] : ['--data-raw', text]),
      ])
      return toCurl(callOf({ method, url, header, body })) as string
    })
    expect(runIn(shell, commands)).toEqual(wanted)
  })

  it.each(['sh', 'bash'] as const)('hands bytes over as they are in %s', (shell) => {
    const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
    const command = toCurl(
      callOf({ method: 'POST', body: { kind: 'base64', base64: Buffer.from(bytes).toString('base64'), size: bytes.length } }),
    )
    const { stdout } = spawnSync(shell, ['-s'], { input: `curl() { cat; }\n${command}\n` })
    expect([...stdout]).toEqual([...bytes])
  })

  it('says what it leaves out, and refuses what is no http', () => {
    expect(toCurl(callOf({ method: 'POST', body: { kind: 'omitted', size: 12_345, why: 'released' } }))).toMatch(
      /^# body omitted: 12,345 bytes\n/,
    )
    expect(toCurl(callOf({ url: 'wss://api.example.com/chat' }))).toBeUndefined()
  })
})
