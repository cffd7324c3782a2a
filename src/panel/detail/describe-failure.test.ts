import { describe, expect, it } from 'vitest'
import type { DomainCheck, DomainClauseId, DomainFix } from '../../contract/domain-check.ts'
import type { FailReason, NetworkHint, TaskError } from '../../contract/task-error.ts'
import { failureWords } from '../words/failure-words.ts'
import { describeFailure } from './describe-failure.ts'

const error = (reason: FailReason): TaskError => ({ ...reason, errMsg: 'request:fail' })

const EVERY: readonly FailReason[] = [
  { kind: 'bad-parameter' },
  { kind: 'bad-url' },
  { kind: 'bad-method' },
  { kind: 'bad-data', detail: 'cycle' },
  { kind: 'refused-domain', host: 'a.com' },
  { kind: 'aborted', by: 'app' },
  { kind: 'timed-out', after: 5000 },
  { kind: 'interrupted', when: 'stayed-hidden' },
  { kind: 'network', name: 'ERR_CONNECTION_REFUSED' },
  { kind: 'too-many-redirects', limit: 20 },
  { kind: 'http-dns', detail: 'getDNSInfo:fail' },
  { kind: 'no-cellular' },
  { kind: 'old-tls' },
  { kind: 'not-utf8' },
  { kind: 'internal', detail: 'boom' },
]

describe.each(['zh', 'en'] as const)('in %s, a failure', (language) => {
  const words = failureWords[language]

  it.each(EVERY)('of kind $kind says what happened and why', (reason) => {
    const text = describeFailure(error(reason), undefined, words)
    expect(text.what).not.toBe('')
    expect(text.why).not.toBe('')
  })

  it('of the network is put into words, known or not', () => {
    expect(describeFailure(error({ kind: 'network', name: 'ERR_CONNECTION_REFUSED' }), undefined, words).why).toContain(
      words.netError.ERR_CONNECTION_REFUSED,
    )
    expect(describeFailure(error({ kind: 'network', name: 'ERR_SOMETHING_NEW' }), undefined, words).why).toContain(
      `ERR_SOMETHING_NEW: ${words.netErrorOther}`,
    )
  })

  it('that a page cannot explain says what a phone would do', () => {
    const hint: NetworkHint = 'cors-or-network'
    const { next } = describeFailure(error({ kind: 'network', name: 'ERR_FAILED', hint }), undefined, words)
    expect(next).toBe(words.hint[hint])
    expect(next).toMatch(/CORS/)
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
  ) => describeFailure(error({ kind: 'refused-domain', host }), check(failed, fix), failureWords.en)

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
