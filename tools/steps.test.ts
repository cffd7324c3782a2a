import { describe, expect, it } from 'vitest'
import { tally } from './run-step.mjs'
import { countClosingLine, countPlaywright, countVitest } from './steps.mjs'

describe('tally', () => {
  it('counts what the report says', () => {
    expect(tally(0, { passed: 12, failed: 0, skipped: 1 })).toEqual({ passed: 12, failed: 0, skipped: 1 })
    expect(tally(1, { passed: 10, failed: 2 })).toEqual({ passed: 10, failed: 2, skipped: 0 })
  })

  it('counts a failure when the command failed though every test passed', () => {
    expect(tally(1, { passed: 12, failed: 0 })).toEqual({ passed: 12, failed: 1, skipped: 0 })
  })

  it('counts a failure when nothing was tested, or no report was left', () => {
    expect(tally(0, { passed: 0, failed: 0 })).toMatchObject({ failed: 1 })
    expect(tally(0, undefined)).toMatchObject({ passed: 0, failed: 1 })
  })
})

describe('counts', () => {
  it('counts a test file that does not load as a failure', () => {
    const report = {
      numPassedTests: 3,
      numFailedTests: 0,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [{ status: 'failed', assertionResults: [] }],
    }
    expect(countVitest(report)).toEqual({ passed: 3, failed: 1, skipped: 1 })
  })

  it('counts a browser test that passed only at the second try as a failure', () => {
    expect(countPlaywright({ stats: { expected: 5, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] })).toEqual({
      passed: 5,
      failed: 1,
      skipped: 0,
    })
  })

  it('takes the last line that has the form of a closing line', () => {
    expect(countClosingLine('1 passed, 1 failed\n…\n90 passed, 0 failed, 17 skipped\n')).toEqual({ passed: 90, failed: 0, skipped: 17 })
    expect(countClosingLine('broke off')).toBeUndefined()
  })
})
