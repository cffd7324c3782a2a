import { expect, it } from 'vitest'
import type { Wx } from '../contract/wx.ts'
import { installOn } from './install.ts'

const wx: Wx = { request: () => undefined }
const handle = {}

it('makes a wx where the page has none, and takes it away again', () => {
  const page: { wx?: Wx; wxInspector?: object } = {}
  const undo = installOn(page, wx, handle)
  expect(page.wx?.request).toBe(wx.request)
  expect(page.wxInspector).toBe(handle)
  undo()
  expect('wx' in page).toBe(false)
  expect('wxInspector' in page).toBe(false)
})

it('adds to an existing wx without replacing the object, and puts its own request back', () => {
  const ownRequest = () => {}
  const existing = { login: () => 'mine', request: ownRequest }
  const page = { wx: existing }
  const undo = installOn(page, wx, handle)
  expect(page.wx).toBe(existing)
  expect(page.wx.login()).toBe('mine')
  expect(page.wx.request).toBe(wx.request)
  undo()
  expect(page.wx.request).toBe(ownRequest)
})

it('refuses a second installation and says what to do', () => {
  const page = {}
  installOn(page, wx, handle)
  expect(() => installOn(page, wx, {})).toThrow(/uninstall\(\)/)
})
