import { describe, expect, it } from 'vitest'
import type { DomainFix } from '../../contract/event/domain-check.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../contract/settings.ts'
import { isFixed, patchAgainst, patchFor } from './domain-fix.ts'

const origin = 'https://pay.example.com'
const other = { origin: 'https://api.example.com', enabled: true }
const settings = (request: Settings['domains']['request'], urlCheck = true): Settings => ({
  ...DEFAULT_SETTINGS,
  urlCheck,
  domains: { ...DEFAULT_SETTINGS.domains, request },
})
const ADD: DomainFix = { kind: 'add', list: 'request', origin }
const ENABLE: DomainFix = { kind: 'enable', list: 'request', origin }

describe('the one click', () => {
  it('adds the origin behind the others', () => {
    expect(patchFor(ADD, settings([other]))).toEqual({ domains: { request: [other, { origin, enabled: true }] } })
  })

  it('switches an entry on where it stands', () => {
    expect(patchFor(ENABLE, settings([{ origin, enabled: false }, other]))).toEqual({
      domains: { request: [{ origin, enabled: true }, other] },
    })
  })

  it('adds no second entry when somebody else was faster', () => {
    expect(patchFor(ADD, settings([{ origin, enabled: true }, other]))).toEqual({
      domains: { request: [{ origin, enabled: true }, other] },
    })
  })

  it('switches the check off where nothing can be listed', () => {
    expect(patchFor({ kind: 'switch-off' }, settings([]))).toEqual({ urlCheck: false })
  })

  it('can be taken back without losing what came after it', () => {
    const later = { origin: 'https://later.example.com', enabled: true }
    expect(patchAgainst(ADD, settings([other, { origin, enabled: true }, later]))).toEqual({ domains: { request: [other, later] } })
    expect(patchAgainst(ENABLE, settings([{ origin, enabled: true }]))).toEqual({ domains: { request: [{ origin, enabled: false }] } })
    expect(patchAgainst({ kind: 'switch-off' }, settings([]))).toEqual({ urlCheck: true })
  })
})

it('is done once the entry is on, or the check is off', () => {
  expect(isFixed(ADD, settings([]))).toBe(false)
  expect(isFixed(ADD, settings([{ origin, enabled: false }]))).toBe(false)
  expect(isFixed(ADD, settings([{ origin, enabled: true }]))).toBe(true)
  expect(isFixed(ADD, settings([], false))).toBe(true)
  expect(isFixed({ kind: 'switch-off' }, settings([{ origin, enabled: true }]))).toBe(false)
})
