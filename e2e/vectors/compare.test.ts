import { describe, expect, it } from 'vitest'
import { type Checks, checkAll, deepSubset, kindOf, same } from './compare.ts'

const CHECKS: Checks<{ readonly errMsg: string }> = { errMsg: (expected: string, observed) => same(observed.errMsg, expected) }
const problemsOf = (expected: Record<string, unknown>) => checkAll(expected, CHECKS, { errMsg: 'request:fail abort' })

describe('what a vector expects', () => {
  it('holds or is told apart, key by key', () => {
    expect(problemsOf({ errMsg: 'request:fail abort' })).toEqual([])
    expect(problemsOf({ errMsg: 'request:ok' })).toEqual(['errMsg: expected "request:ok", got "request:fail abort"'])
  })

  it('holds for any value of a list, and for a pattern', () => {
    expect(problemsOf({ errMsgOneOf: ['request:ok', 'request:fail abort'], errMsgMatches: '^request:fail' })).toEqual([])
    expect(problemsOf({ errMsgOneOf: ['request:ok'] })).toHaveLength(1)
    expect(problemsOf({ errMsgMatches: 'timeout' })).toHaveLength(1)
  })

  it('is not passed over where nobody knows the key', () => {
    for (const key of ['errmsg', 'errnoOneOf', 'toString', 'hasOwnPropertyMatches'])
      expect(problemsOf({ [key]: [] })).toEqual([`${key}: this runner does not know the key`])
  })

  it('names a part of an object, and the whole of a list', () => {
    const exception = { retryCount: 0, reasons: [{ errMsg: 'x', errno: 1 }] }
    expect(deepSubset(exception, { reasons: [{ errno: 1 }] })).toBeUndefined()
    expect(deepSubset(exception, { reasons: [] })).toBeDefined()
    expect(deepSubset(undefined, { reasons: [] })).toBeDefined()
  })

  it('tells a task from a promise and from nothing', () => {
    expect([{ abort() {} }, { close() {} }, Promise.resolve(), undefined].map(kindOf)).toEqual(['task', 'task', 'promise', 'undefined'])
  })
})
