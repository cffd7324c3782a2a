import { expect, it } from 'vitest'
import { bytesToText } from '../../contract/byte-text.ts'
import type { MockRule } from '../../contract/mock/mock-rule.ts'
import type { RuleFile } from '../../contract/mock/scenario.ts'
import { writeHandlers } from '../../mocks/export/write-handlers.ts'
import { readImport } from '../../mocks/import/read-import.ts'
import { redactRules } from '../redact/redact-rules.ts'
import { readShare, writeShare } from './share-link.ts'
import { SHARE_MARK } from './share-mark.ts'

const FILE: RuleFile = {
  version: 1,
  rules: [
    {
      id: 'session',
      name: '登录',
      enabled: true,
      when: {
        method: ['GET', 'POST'],
        url: 'https://api.example.com/session',
        all: [{ on: 'header', name: 'Authorization', operator: 'equals', value: 'Bearer abcdef123456' }],
      },
      respond: {
        mode: 'pick',
        picked: '成功',
        answers: [
          {
            name: '成功',
            kind: 'response',
            headers: { 'X-Token': 'hush-hush-1' },
            cookies: ['sid=s3cr3t-value; Path=/'],
            body: { json: { token: 'tok-0123456789', name: '明前龙井', seen: 'tok-0123456789' } },
          },
        ],
      },
    },
  ],
  scenarios: [{ id: 'empty', name: '空店铺', picks: { session: '成功' } }],
}

async function packed(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  return bytesToText(new Uint8Array(await new Response(stream).arrayBuffer()), 'base64')
}

const taken = (hash: string) => readShare(hash.slice(SHARE_MARK.length))

it('a link brings the rules and scenarios that were put into it, and fits into a hash as it is', async () => {
  const { hash } = await writeShare(FILE)
  expect(hash).toMatch(/^#wx-mocks=[\w-]+$/)
  const { file } = await taken(hash)
  const read = await readImport(file, { rules: [], scenarios: [] })
  expect(read.skipped).toEqual([])
  expect(read.rules).toMatchObject([{ id: 'session', name: '登录', enabled: false, when: { method: ['GET', 'POST'] } }])
  expect(read.scenarios).toEqual(FILE.scenarios)
})

it('secrets do not go into a link, wherever they stand again, and their names come along', async () => {
  const { hash, replaced } = await writeShare(FILE)
  const text = JSON.stringify((await taken(hash)).file)
  for (const secret of ['abcdef123456', 'hush-hush-1', 's3cr3t-value', 'tok-0123456789']) expect(text).not.toContain(secret)
  expect(text).toContain('明前龙井')
  expect(replaced).toEqual(expect.arrayContaining(['Authorization', 'X-Token', 'sid', 'token']))
  expect((await taken(hash)).replaced).toEqual(replaced)
})

it('an expression of a template is no secret, whatever the name under which it stands', () => {
  const answer = {
    kind: 'response' as const,
    cookies: ['sid={{query.sid}}; Path=/'],
    body: { template: { phone: '{{body.phone}}', token: 'tok-{{query.id}}', text: 'call {{body.phone}}' } },
  }
  const { rules, replaced } = redactRules([{ id: 'me', name: 'me', enabled: true, when: { url: '/me' }, respond: answer }])
  expect(rules[0]?.respond).toEqual({
    ...answer,
    body: { template: { ...answer.body.template, token: 'redacted-1' } },
  })
  expect(replaced.map(({ name }) => name)).toEqual(['token'])
})

it.each([
  ['that was cut off', async () => (await writeShare(FILE)).hash.slice(SHARE_MARK.length, -20)],
  ['of nothing', async () => ''],
  ['of something else', async () => 'aGVsbG8gd29ybGQ'],
  ['that unfolds to more than 8 MiB', () => packed(new Uint8Array(9 * 2 ** 20))],
])('a link %s is refused', async (_, make) => {
  await expect(readShare(await make())).rejects.toMatchObject({ code: 'bad-rules', issues: [{ path: 'link' }] })
})

it('a rule of a call with secrets has none in a link and as a handler, and says what was replaced', async () => {
  const rule: MockRule = {
    id: 'login',
    name: 'login',
    enabled: true,
    when: {
      url: 'https://api.example.com/login',
      all: [
        { on: 'query', name: 'access_token', operator: 'equals', value: 'planted-query' },
        { on: 'query', name: 'sign', operator: 'equals', value: 'planted-sign' },
        { on: 'header', name: 'X-Api-Key', operator: 'equals', value: 'planted-key' },
        { on: 'header', name: 'Proxy-Authorization', operator: 'equals', value: 'planted-proxy' },
        { on: 'header', name: 'token', operator: 'equals', value: 'planted-header' },
      ],
    },
    respond: {
      kind: 'response',
      headers: { 'X-Auth-Token': 'planted-answer' },
      body: { text: '{"session_key":"planted-session","echo":"planted-query","password":"planted-password"}' },
    },
  }
  const { rules, replaced } = redactRules([rule])
  expect(writeHandlers([rule])).toContain('planted-session')
  expect(writeHandlers(rules)).not.toContain('planted')
  expect(writeHandlers(rules)).toContain('redacted-1')
  expect(replaced.map(({ name }) => name)).toEqual(expect.arrayContaining(['session_key', 'X-Auth-Token', 'password']))
  const { file } = await taken((await writeShare({ version: 1, rules: [rule], scenarios: [] })).hash)
  expect(JSON.stringify(file)).not.toContain('planted')
})

it('what messages of a socket say under the names of secrets goes into no link either, and MSW handlers have no sockets', async () => {
  const rule: MockRule = {
    id: 'feed',
    name: 'feed',
    enabled: true,
    when: { api: 'connectSocket', url: 'wss://api.example.com/feed' },
    respond: {
      kind: 'socket',
      headers: { 'X-Auth-Token': 'planted-handshake' },
      script: [
        { text: '{"type":"hello","session_key":"planted-text"}' },
        { json: { type: 'hello', token: 'planted-json' } },
        { expect: [{ name: '$.token', operator: 'equals', value: 'planted-expected' }] },
        {
          on: [{ name: '$.auth.password', operator: 'equals', value: 'planted-heard' }],
          reply: [{ text: 'access_token=planted-form' }, { text: 'again planted-text' }],
        },
      ],
    },
  }
  const { rules, replaced } = redactRules([rule])
  expect(writeHandlers([rule])).not.toContain('planted')
  expect(JSON.stringify(rules)).not.toContain('planted')
  expect(JSON.stringify(rules)).toContain('hello')
  expect(replaced.map(({ name }) => name)).toEqual(expect.arrayContaining(['session_key', 'token', 'access_token', 'X-Auth-Token']))
  const { file } = await taken((await writeShare({ version: 1, rules: [rule], scenarios: [] })).hash)
  expect(JSON.stringify(file)).not.toContain('planted')
})
