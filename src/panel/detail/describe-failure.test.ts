import { describe, expect, it } from 'vitest'
import type { DomainCheck, DomainClauseId, DomainFix } from '../../contract/event/domain-check.ts'
import type { FailReason, NetworkHint, TaskError } from '../../contract/event/task-error.ts'
import { failureWords } from '../words/failure-words.ts'
import { describeFailure } from './describe-failure.ts'

const error = (reason: FailReason): TaskError => ({ ...reason, errMsg: 'request:fail' })

const EVERY: { readonly [Kind in FailReason['kind']]: Extract<FailReason, { kind: Kind }> } = {
  'bad-parameter': { kind: 'bad-parameter' },
  'bad-url': { kind: 'bad-url' },
  'bad-method': { kind: 'bad-method' },
  'bad-header': { kind: 'bad-header', name: 'X-A', detail: 'Value is not a valid ByteString.' },
  'bad-data': { kind: 'bad-data', detail: 'cycle' },
  'refused-domain': { kind: 'refused-domain', host: 'a.com' },
  aborted: { kind: 'aborted', by: 'app' },
  'timed-out': { kind: 'timed-out', after: 5000 },
  interrupted: { kind: 'interrupted', when: 'stayed-hidden' },
  network: { kind: 'network', name: 'ERR_CONNECTION_REFUSED' },
  'too-many-redirects': { kind: 'too-many-redirects', limit: 20 },
  'http-dns': { kind: 'http-dns', detail: 'getDNSInfo:fail' },
  'no-cellular': { kind: 'no-cellular' },
  'old-tls': { kind: 'old-tls' },
  'not-utf8': { kind: 'not-utf8' },
  'no-file': { kind: 'no-file', path: 'wxfile://tmp_a' },
  'file-too-large': { kind: 'file-too-large', limit: 200 * 1024 ** 2 },
  'path-refused': { kind: 'path-refused', path: 'wxfile://usr/none/a' },
  'storage-full': { kind: 'storage-full' },
  'file-not-saved': { kind: 'file-not-saved', detail: 'Input/output error' },
  'too-many-sockets': { kind: 'too-many-sockets', limit: 5, taskNumber: 6 },
  'handshake-refused': { kind: 'handshake-refused', statusCode: 403 },
  internal: { kind: 'internal', detail: 'boom' },
}

const CALL = { api: 'request' } as const
const SOCKET = { api: 'connectSocket' } as const

describe.each(['zh', 'en'] as const)('in %s, a failure', (language) => {
  const words = failureWords[language]

  it.each(Object.values(EVERY))('of kind $kind says what happened and why', (reason) => {
    const text = describeFailure(error(reason), CALL, words)
    expect(text.what).not.toBe('')
    expect(text.why).not.toBe('')
  })

  it('of a call that outlived its page says so', () => {
    const text = describeFailure({ kind: 'page-closed', errMsg: '' }, CALL, words)
    expect(text).toEqual({ ...words.kind['page-closed'], rule: undefined })
  })

  it('of the network is put into words, known or not', () => {
    expect(describeFailure(error({ kind: 'network', name: 'ERR_CONNECTION_REFUSED' }), CALL, words).why).toContain(
      words.netError.ERR_CONNECTION_REFUSED,
    )
    expect(describeFailure(error({ kind: 'network', name: 'ERR_SOMETHING_NEW' }), CALL, words).why).toContain(
      `ERR_SOMETHING_NEW: ${words.netErrorOther}`,
    )
  })

  it('that a page cannot explain says what a phone would do', () => {
    const hint: NetworkHint = 'cors-or-network'
    const { next } = describeFailure(error({ kind: 'network', name: 'ERR_FAILED', hint }), CALL, words)
    expect(next).toBe(words.hint[hint])
    expect(next).toMatch(/CORS/)
  })
})

describe('a wrong parameter', () => {
  const describeParameter = (errMsg: string) => describeFailure({ kind: 'bad-parameter', errMsg }, CALL, failureWords.en)

  it('is named with the type that it should have, and advice is about it alone', () => {
    expect(
      describeParameter(
        'uploadFile:fail parameter error: parameter.filePath should be String instead of Undefined;parameter.name should be String instead of Number;',
      ),
    ).toEqual({
      what: 'Bad parameter',
      why: 'filePath must be String, not Undefined; name must be String, not Number. Nothing was sent.',
      next: 'Add or correct filePath, name.',
      rule: 'ERR-5',
    })
    expect(describeParameter('request:fail parameter error: parameter.url should be String instead of Number;')).toMatchObject({
      next: 'url must be a string that begins with https://.',
      rule: 'URL-1',
    })
    expect(describeParameter('request:fail parameter error: parameter should be Object instead of String;').why).toBe(
      'The parameter must be Object, not String. Nothing was sent.',
    )
  })

  it('that is a function as data is told as such', () => {
    expect(describeParameter('request:fail data should not be Function')).toMatchObject({
      why: expect.stringContaining('data is a function'),
      next: expect.not.stringContaining('url'),
      rule: 'CONV-17',
    })
  })

  it('in words of a framework leaves the naming to them', () => {
    expect(describeParameter('uploadFile:fail 参数错误')).toMatchObject({ why: expect.stringContaining('errMsg'), next: '' })
  })
})

describe('the reason of a failure', () => {
  const inEnglish = (reason: FailReason, task: Parameters<typeof describeFailure>[1]) =>
    describeFailure(error(reason), task, failureWords.en)

  it('does not advise to call an inspector that answers no more', () => {
    expect(inEnglish({ kind: 'interrupted', when: 'disposed' }, CALL).next).toContain('createInspector()')
    expect(inEnglish({ kind: 'interrupted', when: 'stayed-hidden' }, CALL).next).toContain('foreground')
  })

  it('blames the rule and not the server where a rule refused the handshake', () => {
    expect(inEnglish({ kind: 'handshake-refused', statusCode: 403 }, { ...SOCKET, by: 'mock' })).toMatchObject({
      why: 'A mock rule made the handshake return 403.',
      next: expect.stringContaining('Mocks'),
    })
    expect(inEnglish({ kind: 'handshake-refused', statusCode: 403 }, { ...SOCKET, by: 'fetch' }).why).toBe(
      'The server did not return 101: 403',
    )
  })

  it('speaks of formData where an upload could not be packed, and of the handshake where a socket timed out', () => {
    expect(inEnglish({ kind: 'bad-data', detail: 'cycle' }, { api: 'uploadFile' }).why).toContain('formData')
    expect(inEnglish({ kind: 'timed-out', after: 5000 }, SOCKET).why).toContain('handshake')
  })
})

describe('of a socket, a failure', () => {
  const describeSocket = (reason: FailReason) => describeFailure(error(reason), SOCKET, failureWords.en)

  it('asks for the addresses that sockets have', () => {
    const text = describeSocket({ kind: 'bad-url' })
    expect(text).toMatchObject({ why: expect.stringContaining('ws:// or wss://'), rule: 'WS-2' })
    const wrongUrl: TaskError = {
      kind: 'bad-parameter',
      errMsg: 'connectSocket:fail parameter error: parameter.url should be String instead of Number;',
    }
    expect(describeFailure(wrongUrl, SOCKET, failureWords.en)).toMatchObject({ next: expect.stringContaining('wss://'), rule: 'WS-2' })
  })

  it('names the rules of sockets', () => {
    expect(describeSocket({ kind: 'timed-out', after: 5000 }).rule).toBe('WS-17')
    expect(describeSocket({ kind: 'network', name: 'ERR_FAILED' }).rule).toBe('WS-8')
  })

  it('asks for wss where the domain check refuses ws', () => {
    const check: DomainCheck = {
      list: 'socket',
      verdict: 'refused',
      origin: 'ws://chat.example.com',
      clauses: [{ id: 'scheme', verdict: 'fails', saw: 'ws' }],
      fix: { kind: 'switch-off' },
    }
    const refused = error({ kind: 'refused-domain', host: 'chat.example.com' })
    expect(describeFailure(refused, { ...SOCKET, check }, failureWords.en).why).toContain('ws://chat.example.com is not wss')
  })
})

describe('a refusal', () => {
  const check = (failed: DomainClauseId, fix: DomainFix): DomainCheck => ({
    list: 'request',
    verdict: 'refused',
    origin: 'http://pay.example.com',
    clauses: [{ id: failed, verdict: 'fails', saw: '' }],
    fix,
  })
  const describeRefusal = (
    failed: DomainClauseId,
    fix: DomainFix = { kind: 'add', list: 'request', origin: 'x' },
    host = 'pay.example.com',
  ) => describeFailure(error({ kind: 'refused-domain', host }), { ...CALL, check: check(failed, fix) }, failureWords.en)

  it('names the host and the list', () => {
    expect(describeRefusal('host')).toMatchObject({ why: 'pay.example.com is not in the request list.', rule: 'DOM-1' })
  })

  it('names the clause that failed and its rule', () => {
    expect(describeRefusal('scheme', { kind: 'switch-off' })).toMatchObject({
      why: expect.stringContaining('http://pay.example.com is not https'),
      rule: 'DOM-14',
    })
    expect(describeRefusal('port')).toMatchObject({ why: expect.stringContaining('another port'), rule: 'DOM-4' })
    expect(describeRefusal('listable', { kind: 'switch-off' }, '1.2.3.4')).toMatchObject({ rule: 'DOM-7' })
    expect(describeRefusal('listable', { kind: 'switch-off' }, 'api.weixin.qq.com')).toMatchObject({ rule: 'DOM-8' })
  })

  it('says when the entry is there but switched off', () => {
    expect(describeRefusal('host', { kind: 'enable', list: 'request', origin: 'x' }).why).toContain('switched off')
  })
})
