import { expect, it } from 'vitest'
import { readPageBody } from './page-gate.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

it('reads the body of a request at once where its bytes are at hand, as a copy', () => {
  expect(readPageBody('茶')).toEqual({ body: bytes('茶') })
  const given = bytes('xteax')
  const { body } = readPageBody(given.subarray(1, 4))
  expect(readPageBody(given.buffer)).toEqual({ body: bytes('xteax') })
  given.fill(0)
  expect(body).toEqual(bytes('tea'))
})

it('says that there is no body where a browser would send none', () => {
  for (const nothing of [null, undefined, 7, {}]) expect(readPageBody(nothing)).toEqual({ body: undefined })
})

it('reads later what takes time, with the type that the browser would give it', async () => {
  const form = new FormData()
  form.append('kind', 'green')
  form.append('leaf', new File(['tea'], 'a.txt', { type: 'text/plain' }))
  const packed = await readPageBody(form).pack?.()
  expect(packed?.contentType).toMatch(/^multipart\/form-data; boundary=/)
  expect(packed?.form).toEqual({
    fields: [['kind', 'green']],
    files: [{ field: 'leaf', name: 'a.txt', type: 'text/plain', size: 3, beginning: bytes('tea') }],
  })
  const search = await readPageBody(new URLSearchParams({ q: '茶' })).pack?.()
  expect([search?.contentType, await search?.body.text()]).toEqual(['application/x-www-form-urlencoded;charset=UTF-8', 'q=%E8%8C%B6'])
  const blob = await readPageBody(new Blob(['tea'], { type: 'image/png' })).pack?.()
  expect([blob?.contentType, blob?.body.size]).toEqual(['image/png', 3])
})
