import { expect, it } from 'vitest'
import { contentOf } from './body-content.ts'
import { formsOf } from './body-form.ts'

const ofText = (text: string, mime: string) => formsOf(contentOf({ kind: 'text', text, size: text.length }) as never, mime)
const ofBytes = (bytes: number[], mime: string) =>
  formsOf(contentOf({ kind: 'base64', base64: btoa(String.fromCharCode(...bytes)), size: bytes.length }) as never, mime)

it.each([
  ['{"a":1}', 'application/json', ['json', 'text', 'hex']],
  ['{"a":1}', 'text/plain', ['json', 'text', 'hex']],
  ['\ufeff[1]', '', ['json', 'text', 'hex']],
  ['42', 'application/json', ['json', 'text', 'hex']],
  ['42', 'text/plain', ['text', 'hex']],
  ['{"a":', 'application/json', ['text', 'hex']],
  ['a=1&b=2', 'application/x-www-form-urlencoded', ['pairs', 'text', 'hex']],
  ['<p>x', 'text/html', ['html', 'text', 'hex']],
  ['<!DOCTYPE html><p>x', 'text/plain', ['html', 'text', 'hex']],
  ['<svg/>', 'image/svg+xml', ['image', 'text', 'hex']],
  ['data: 1\n\n', 'text/event-stream', ['text', 'hex']],
])('shows %j of type %s first as %j', (text, mime, forms) => {
  expect(ofText(text, mime).forms).toEqual(forms)
})

it('knows an image by its first bytes when no type is given', () => {
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]
  expect(ofBytes(png, 'application/octet-stream')).toMatchObject({ imageType: 'image/png', forms: ['image', 'hex', 'text'] })
  expect(ofBytes(png, 'application/pdf').forms).toEqual(['hex', 'text'])
})

it('shows bytes first where there is no text', () => {
  expect(ofBytes([0, 1, 2, 255], '').forms).toEqual(['hex', 'text'])
})

it('never makes an image of a type that img is not asked to show', () => {
  expect(ofText('x', 'image/x-evil').forms).not.toContain('image')
})
