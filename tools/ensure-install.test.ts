import { describe, expect, it } from 'vitest'
import { staleness } from './ensure-install.mjs'

describe('staleness', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' },
    'node_modules/fsevents': { version: '2.3.3', integrity: 'sha512-b', optional: true },
  }

  it('asks for an install when there is none, or one that was broken off', () => {
    expect(staleness(wanted, undefined)).toBe('node_modules is missing')
  })

  it('is content when all is there but the packages of other platforms', () => {
    expect(staleness(wanted, { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-a' } })).toBeUndefined()
  })

  it('asks for an install when the lock file names a package that is not there', () => {
    expect(staleness(wanted, {})).toBe('node_modules/react is missing')
  })

  it('asks for an install when the lock file names another version, or another content of the same one', () => {
    expect(staleness(wanted, { 'node_modules/react': { version: '19.3.0', integrity: 'sha512-a' } })).toBe(
      'node_modules/react has another version',
    )
    expect(staleness(wanted, { 'node_modules/react': { version: '19.3.1', integrity: 'sha512-c' } })).toBe(
      'node_modules/react has another version',
    )
  })

  it('asks for an install when a package is there that the lock file no longer names', () => {
    const installed = { 'node_modules/react': wanted['node_modules/react'], 'node_modules/left-over': { version: '1.0.0' } }
    expect(staleness(wanted, installed)).toBe('node_modules/left-over is not in package-lock.json')
  })
})
