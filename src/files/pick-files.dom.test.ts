// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { pickFiles } from './pick-files.ts'

const PICKING = { multiple: false, accept: 'image/*', camera: undefined }

it('takes its input away when the picker is not wanted any more, and the call fails as if it was cancelled', async () => {
  const unwanted = new AbortController()
  const picking = pickFiles(PICKING, unwanted.signal)
  expect(document.querySelectorAll('input[type=file]')).toHaveLength(1)
  unwanted.abort()
  await expect(picking).rejects.toThrow('cancel')
  expect(document.querySelectorAll('input[type=file]')).toHaveLength(0)
})

it('fails when a person cancels', async () => {
  const picking = pickFiles(PICKING, new AbortController().signal)
  document.querySelector('input[type=file]')?.dispatchEvent(new Event('cancel'))
  await expect(picking).rejects.toThrow('cancel')
})
