import { expect, it } from 'vitest'
import { Notices } from './notices.ts'

it('says each thing once: what was put away stays away', () => {
  let moves = 0
  const notices = new Notices(() => (moves += 1))
  notices.add({ code: 'storage-full' })
  notices.add({ code: 'storage-full' })
  notices.add({ code: 'files-full', detail: '/a' })
  expect(notices.shown).toEqual([{ code: 'storage-full' }, { code: 'files-full', detail: '/a' }])
  notices.dismiss('storage-full')
  notices.add({ code: 'storage-full' })
  expect(notices.shown).toEqual([{ code: 'files-full', detail: '/a' }])
  expect(moves).toBe(3)
})

it('follows what comes and goes: put away it stays away, and comes back when it was gone in between', () => {
  const notices = new Notices(() => {})
  const wx = { code: 'wx-replaced', detail: 'wx.request' } as const
  notices.follow(['wx-replaced'], [wx])
  notices.follow(['wx-replaced'], [{ ...wx, detail: 'wx' }])
  expect(notices.shown).toEqual([{ ...wx, detail: 'wx' }])
  notices.dismiss('wx-replaced')
  notices.follow(['wx-replaced'], [wx])
  expect(notices.shown).toEqual([])
  notices.follow(['wx-replaced'], [])
  notices.follow(['wx-replaced'], [wx])
  expect(notices.shown).toEqual([wx])
})
