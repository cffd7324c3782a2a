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
